### ما يصدره القرار، والسجل العام له.

issues-title = ما صدر
issues-number = الرقم
issues-issued = تاريخ الإصدار
issues-expires = صالح حتى
issues-forever = بلا تاريخ انتهاء
issues-state = الحالة
issues-state-live = صالح
issues-state-suspended = موقوف
issues-state-revoked = ملغى
issues-state-ended = منتهٍ
issues-state-expired = انتهت صلاحيته
issues-pays = الدفع
issues-pays-from = يُدفع من

issues-pays-days = { $n ->
    [zero] { $amount } كل { $n } يوم
    [one] { $amount } كل يوم
    [two] { $amount } كل يومين
    [few] { $amount } كل { $n } أيام
    [many] { $amount } كل { $n } يومًا
   *[other] { $amount } كل { $n } يوم
}
issues-pays-weeks = { $n ->
    [zero] { $amount } كل { $n } أسبوع
    [one] { $amount } كل أسبوع
    [two] { $amount } كل أسبوعين
    [few] { $amount } كل { $n } أسابيع
    [many] { $amount } كل { $n } أسبوعًا
   *[other] { $amount } كل { $n } أسبوع
}
issues-pays-months = { $n ->
    [zero] { $amount } كل { $n } شهر
    [one] { $amount } كل شهر
    [two] { $amount } كل شهرين
    [few] { $amount } كل { $n } أشهر
    [many] { $amount } كل { $n } شهرًا
   *[other] { $amount } كل { $n } شهر
}
issues-pays-years = { $n ->
    [zero] { $amount } كل { $n } سنة
    [one] { $amount } كل سنة
    [two] { $amount } كل سنتين
    [few] { $amount } كل { $n } سنوات
    [many] { $amount } كل { $n } سنة
   *[other] { $amount } كل { $n } سنة
}

issues-change = ماذا تريد أن تفعل؟
issues-suspend = إيقافه
issues-revoke = إلغاؤه
issues-end = إنهاؤه
issues-restore = إعادته صالحًا
issues-reason = السبب
issues-change-button = احفظ هذا التغيير
issues-choose = اختر ما تريد أن تفعله
issues-reason-needed = أدخل السبب
issues-reason-too-long = يجب ألا يزيد السبب على 500 حرف

staff-event-entry-issued = صدر
staff-event-entry-suspended = أُوقف
staff-event-entry-revoked = أُلغي
staff-event-entry-ended = أُنهي
staff-event-entry-restored = أُعيد صالحًا

issues-certificate = افتح الشهادة لطباعتها أو حفظها
issues-certificate-not-valid = هذا غير صالح حاليًا.
issues-certificate-verify = يمكن لأي شخص التحقق من هذا الرقم على:
watching-look-certificate = شهادة

register-title = السجل العام
register-title-of = السجل العام: { $what }
register-say = يمكن لأي شخص البحث في هذا السجل والتحقق من رقم فيه.
register-search = ابحث بكلمات أو برقم
register-button = ابحث
register-count = { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدًا
   *[other] { $n } قيد
}
register-found = { $n ->
    [zero] لم يُعثر على شيء عن «{ $what }»
    [one] عُثر على قيد واحد عن «{ $what }»
    [two] عُثر على قيدين عن «{ $what }»
    [few] عُثر على { $n } قيود عن «{ $what }»
    [many] عُثر على { $n } قيدًا عن «{ $what }»
   *[other] عُثر على { $n } قيد عن «{ $what }»
}
register-none-say = راجع الإملاء، أو اكتب كلمات أقل.
register-empty = لا قيود بعد
register-all = اعرض السجل كله
register-entry = القيد
register-csv = نزّل السجل كله (CSV)
register-updated = آخر تحديث في { $date }.
register-pages = صفحات السجل
register-page = الصفحة { $n }
register-previous = الصفحة السابقة
register-next = الصفحة التالية
register-as-of = هكذا كان الوضع في { $moment }.
register-suspended = هذا موقوف وغير صالح حاليًا.
register-revoked = أُلغي هذا ولم يعد صالحًا.
register-expired = انتهت صلاحية هذا ولم يعد صالحًا.
register-ended = انتهى هذا ولم يعد صالحًا.
register-no-entry = لا يوجد قيد بهذا الرقم
register-no-entry-say = راجع الرقم. إن كان على شهادة فقد لا تكون الشهادة صحيحة.
