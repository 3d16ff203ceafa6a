### Words of accounts: sessions, confirming who one is, and what an administrator changes.

## Sessions

accounts-session-label = Eich sesiwn
accounts-until = Rydych wedi mewngofnodi tan { $time }. Mae pob tudalen a agorwch yn eich cadw wedi mewngofnodi am { $n } munud arall.
accounts-notice = Pwysig
accounts-kept-say = Cawsoch eich allgofnodi cyn i chi anfon eich ffurflen. Mewngofnodwch i fynd ymlaen: mae'r hyn a deipiwyd gennych yn cael ei gadw am awr.
accounts-again-say = Cawsoch eich allgofnodi cyn i hyn gael ei anfon. Mae'r hyn a deipiwyd gennych isod. Nid oes dim wedi'i wneud eto: gwiriwch ac anfonwch eto.
accounts-sessions-title = Ble rydych wedi mewngofnodi
accounts-sessions-say = Os nad ydych yn adnabod un o'r rhain, allgofnodwch ym mhobman a gofynnwch i weinyddwr ailosod sut rydych yn mewngofnodi.
accounts-device = Dyfais
accounts-started = Mewngofnodwyd
accounts-used = Defnyddiwyd ddiwethaf
accounts-this-one = Yr un hon
accounts-device-phone = Ffôn
accounts-device-tablet = Llechen
accounts-device-computer = Cyfrifiadur
accounts-device-other = Dyfais arall
accounts-stay-title = Rydych yn dal wedi mewngofnodi
# Said by a script 5 minutes before a session ends
accounts-session-soon = Byddwch yn cael eich allgofnodi mewn llai na 5 munud. Mae'r hyn a deipiwch yn cael ei gadw: os cewch eich allgofnodi, anfonwch ef a mewngofnodwch eto.
accounts-session-over = Rydych wedi cael eich allgofnodi. Nid yw'r hyn a deipiwyd gennych wedi'i golli: anfonwch ef, mewngofnodwch eto, a bydd yn cael ei ddangos eto.
# A button
accounts-stay = Aros wedi mewngofnodi

## Confirming who one is

accounts-confirm-title = Cadarnhewch mai chi sydd yno
accounts-confirm-say = Ni ellir dadwneud yr hyn y gofynnoch amdano. Rhowch eich cyfrinair a chod i fynd ymlaen. Ni ofynnir eto am { $n } munud.
accounts-confirm-button = Cadarnhau a mynd ymlaen
accounts-confirm-wrong = Gwiriwch eich cyfrinair a'ch cod, a defnyddiwch god nad ydych wedi'i ddefnyddio o'r blaen

## One account

accounts-memberships = Rolau
accounts-place = Ar gyfer
accounts-change = Newid
accounts-until-label = Tan
accounts-until-hint = Y diwrnod olaf, er enghraifft 31 3 2027. Gadewch yn wag os nad oes diwedd.
accounts-no-end = Dim diwedd
accounts-end-membership = Dod â'r rôl hon i ben
accounts-add-title = Ychwanegu rôl
accounts-add-button = Ychwanegu'r rôl
accounts-organisation = Sefydliad
accounts-organisation-hint = Ei enw byr, fel yn niffiniad y gwasanaeth
accounts-office = Swyddfa (dewisol)
accounts-office-hint = Ei henw byr. Gadewch yn wag ar gyfer pob swyddfa
accounts-service-any = Pob gwasanaeth
accounts-role-needed = Dewiswch rôl
accounts-organisation-needed = Rhowch y sefydliad
accounts-service-unknown = Dewiswch wasanaeth o'r rhestr
accounts-until-wrong = Rhowch ddiwrnod sydd eto i ddod, neu gadewch yn wag
accounts-reset-heading = Ailosod sut mae'r person hwn yn mewngofnodi
accounts-reset-why = Mae eu cyfrinair, eu codau un-tro a'u codau adfer yn peidio â gweithio, a chânt eu hallgofnodi ym mhobman. Cânt e-bost sy'n dweud hynny.
accounts-reset-button = Ailosod a dangos dolen newydd
accounts-reset-title = Rhowch y ddolen hon i'r person
accounts-reset-say = Mae'n gweithio unwaith, o fewn 24 awr. Gall pwy bynnag sydd â hi osod y cyfrinair, felly defnyddiwch ffordd nad oes neb arall yn ei darllen. Unwaith yn unig y mae'r dudalen hon yn ei dangos.
accounts-end-heading = Dod â'r cyfrif hwn i ben
accounts-end-why = Ni all y person fewngofnodi mwyach, ac mae'r achosion a neilltuwyd iddynt yn mynd yn ôl i'r ciw. Ni ellir dadwneud hyn.
accounts-end-button = Dod â'r cyfrif i ben
accounts-last-administrator = Dyma'r gweinyddwr olaf heb ddiwedd. Ychwanegwch un arall yn gyntaf.
accounts-own = Rhaid i weinyddwr arall wneud hyn
accounts-changed = Newidiodd rhywun arall y cyfrif hwn ar yr un pryd. Gwiriwch beth mae'n ei ddweud nawr, a rhowch gynnig arall arni.

## E-mails to staff

accounts-mail-reset-title = Ailosodwyd sut rydych yn mewngofnodi
accounts-mail-reset-say =
    Ailosododd gweinyddwr eich cyfrinair a'ch codau. Rydych wedi'ch allgofnodi ym mhobman, ac nid yw eich hen gyfrinair a'ch codau yn gweithio mwyach.

    Bydd y gweinyddwr yn rhoi dolen i chi osod sut rydych yn mewngofnodi.

    Os nad oeddech yn disgwyl hyn, dywedwch wrth weinyddwr arall nawr.
