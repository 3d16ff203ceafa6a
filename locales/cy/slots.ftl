### Amseroedd y gellir eu bwcio: tudalen cwestiwn am amseroedd, a'r hyn y mae staff yn ei weld.
###
### $date  diwrnod
### $time  amser o'r dydd, neu ddiwrnod gydag amser
### $n     faint

## Gwallau

error-slots-empty = Dewiswch amser
error-slots-wrong = Dewiswch amseroedd o'r rhai a ddangosir
error-slots-not-offered = Ni ellir bwcio { $date } am { $time }. Dewiswch amser arall
error-slots-outside = Mae { $date } am { $time } yn rhy fuan neu'n rhy bell ymlaen. Dewiswch amser arall
error-slots-full = Mae { $date } am { $time } yn llawn nawr. Dewiswch amser arall
error-slots-too-many = { $n ->
    [zero] Ni allwch ddewis amser
    [one] Dim ond 1 amser y gallwch ei ddewis
    [two] Gallwch ddewis hyd at 2 amser
    [few] Gallwch ddewis hyd at { $n } amser
    [many] Gallwch ddewis hyd at { $n } amser
   *[other] Gallwch ddewis hyd at { $n } amser
}
error-slots-too-few = { $n ->
    [zero] Dewiswch amser
    [one] Dewiswch 1 amser
    [two] Dewiswch o leiaf 2 amser
    [few] Dewiswch o leiaf { $n } amser
    [many] Dewiswch o leiaf { $n } amser
   *[other] Dewiswch o leiaf { $n } amser
}

## Y dudalen

slots-chosen = Yr amseroedd a ddewisoch, y gorau'n gyntaf
slots-none-chosen = Nid ydych wedi dewis amser eto.
slots-full-choice = { $n ->
    [zero] Ni allwch ddewis rhagor.
    [one] Rydych wedi dewis amser. I ddewis un arall, tynnwch hwnnw'n gyntaf.
    [two] Rydych wedi dewis cymaint o amseroedd ag y gallwch: 2. I ddewis un arall, tynnwch un yn gyntaf.
    [few] Rydych wedi dewis cymaint o amseroedd ag y gallwch: { $n }. I ddewis un arall, tynnwch un yn gyntaf.
    [many] Rydych wedi dewis cymaint o amseroedd ag y gallwch: { $n }. I ddewis un arall, tynnwch un yn gyntaf.
   *[other] Rydych wedi dewis cymaint o amseroedd ag y gallwch: { $n }. I ddewis un arall, tynnwch un yn gyntaf.
}
slots-none-free = Nid oes amser rhydd. Gallwch ddod yn ôl yn nes ymlaen i edrych eto.
slots-none-this-week = Nid oes amseroedd ar y dyddiau hyn.
slots-changed = Newidiwyd yr amseroedd mewn ffenestr arall neu ar ddyfais arall. Gwiriwch nhw a pharhau.
slots-full = Llawn
slots-is-chosen = Wedi'i ddewis
# Geiriau cudd cyn amser ar ei fotwm
slots-choose = Dewis
# Botymau wrth amser a ddewiswyd
slots-up = Symud i fyny
slots-remove = Tynnu
# Enw cudd y dolenni i wythnosau eraill
slots-weeks = Wythnosau
slots-week-before = Wythnos gynharach
slots-week-after = Wythnos ddiweddarach

## Yr hyn a fwciwyd

slots-booked = Wedi'i fwcio
slots-booked-places = { $n ->
    [zero] { $time }, 0 lle
    [one] { $time }, 1 lle
    [two] { $time }, 2 le
    [few] { $time }, { $n } lle
    [many] { $time }, { $n } lle
   *[other] { $time }, { $n } lle
}
slots-kept-after = { $time } ar ôl yr amser a fwciwyd
slots-staff-none-free = Nid oes yr un o'r amseroedd a ddewiswyd yn rhydd. Dewiswch ganlyniad arall

## Calendrau staff

slots-staff-title = Amseroedd a fwciwyd
slots-staff-none = Ni welwch unrhyw galendr.
slots-staff-day = Diwrnod
slots-staff-booked = Lleoedd wedi'u bwcio
slots-staff-free = Lleoedd rhydd
slots-staff-no-times = Dim amseroedd
# $booked  faint o leoedd sydd wedi'u bwcio
# $free    faint sy'n rhydd
slots-staff-taken = Wedi'u bwcio: { $booked }. Yn rhydd: { $free }.
slots-staff-places = { $n ->
    [zero] 0 lle
    [one] 1 lle
    [two] 2 le
    [few] { $n } lle
    [many] { $n } lle
   *[other] { $n } lle
}
slots-staff-hidden = { $n ->
    [zero] Nid oes lle o achosion na allwch eu gweld.
    [one] Mae 1 lle yn perthyn i achos na allwch ei weld.
    [two] Mae 2 le yn perthyn i achosion na allwch eu gweld.
    [few] Mae { $n } lle yn perthyn i achosion na allwch eu gweld.
    [many] Mae { $n } lle yn perthyn i achosion na allwch eu gweld.
   *[other] Mae { $n } lle yn perthyn i achosion na allwch eu gweld.
}
slots-staff-closed = Ar gau
slots-staff-closed-by-service = Wedi'i gau gan y gwasanaeth
slots-staff-close-it = Cau'r amser hwn
slots-staff-open-it = Agor yr amser hwn eto
