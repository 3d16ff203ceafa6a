### كلمات عن الوقت لا تعطيها بيانات ICU اللغوية.
### أسماء الأشهر والأيام والتواريخ المكتوبة تأتي من ICU وليست هنا.

# يوم مع وقت. تكتب ICU كلًّا من $date و$time
dates-day-and-time = { $date } الساعة { $time }
dates-named-day = { $weekday }، { $date }
# الوقتان اللذان يُساء فهمهما
dates-midday = 12 ظهرًا
dates-midnight = منتصف الليل
# مدة من الأيام، يدخل فيها $from و$to
dates-from-to = من { $from } إلى { $to }
# آخر يوم لشيء ما
dates-until = حتى { $date }
# كم يستغرق شيء أو يدوم
dates-minutes = { $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
dates-hours = { $n ->
    [zero] { $n } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
dates-days = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
dates-working-days = { $n ->
    [zero] { $n } يوم عمل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $n } أيام عمل
    [many] { $n } يوم عمل
   *[other] { $n } يوم عمل
}
dates-weeks = { $n ->
    [zero] { $n } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $n } أسابيع
    [many] { $n } أسبوعًا
   *[other] { $n } أسبوع
}
dates-months = { $n ->
    [zero] { $n } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
}
dates-years = { $n ->
    [zero] { $n } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
