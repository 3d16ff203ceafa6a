### Tynnu cais, neu archeb, yn ôl.

# Ar y dudalen statws
withdraw-link = Tynnu eich cais yn ôl
withdraw-link-booking = Canslo eich archeb
withdraw-status = Wedi'i dynnu'n ôl
withdraw-status-say = Cafodd hwn ei dynnu'n ôl ar { $date }. Ni fydd dim arall yn digwydd. Os oes ei angen arnoch wedi'r cyfan, gwnewch gais eto.

# Y dudalen sy'n gofyn a yw'r person yn siŵr
withdraw-title = Ydych chi'n siŵr eich bod am dynnu eich cais yn ôl?
withdraw-title-booking = Ydych chi'n siŵr eich bod am ganslo eich archeb?
withdraw-say = Byddwn yn rhoi'r gorau i edrych ar eich cais ac ni fyddwn yn penderfynu arno.
withdraw-say-booking = Bydd rhywun arall yn gallu archebu eich amser.
withdraw-no-way-back = Nid oes modd dadwneud hyn.
withdraw-button = Ie, tynnwch fy nghais yn ôl
withdraw-button-booking = Ie, canslwch fy archeb
withdraw-cancel = Na, mynd yn ôl

# Yr hyn y mae staff yn ei weld
withdraw-staff-title = Tynnu'n ôl ar ran yr ymgeisydd
withdraw-staff-say = Gwnewch hyn dim ond os gofynnodd yr ymgeisydd amdano. Bydd yn cael neges y gwasanaeth amdano.
withdraw-staff-said = Sut y gofynnodd yr ymgeisydd
withdraw-staff-said-hint = Er enghraifft, ‘ffoniodd ar 3 Mai a rhoi'r cyfeirnod’
withdraw-staff-nothing = Nodwch sut y gofynnodd yr ymgeisydd
withdraw-staff-sure-title = Ydych chi'n siŵr eich bod am dynnu hwn yn ôl ar ran yr ymgeisydd?
withdraw-staff-sure-say = Ni fydd neb yn penderfynu ar y cais hwn mwyach.
withdraw-staff-sure-say-booking = Bydd yr amser a archebwyd yn rhydd i rywun arall.
withdraw-staff-button = Tynnu'n ôl
staff-event-withdrawn = Tynnwyd yn ôl
