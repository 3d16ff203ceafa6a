### كلمات الحسابات: الجلسات، وتأكيد الهوية، وما يغيّره مسؤول الحسابات.

## الجلسات

# الاسم المخفي للجزء الذي فيه زر تسجيل الخروج
accounts-session-label = جلستك
# فوق صفحة للموظفين. $time وقت من اليوم
accounts-until = أنت مسجَّل الدخول حتى { $time }. كل صفحة تفتحها تُبقيك كذلك { $n } دقيقة أخرى.
# عنوان تنبيه فوق صفحة
accounts-notice = مهم
# فوق نموذج تسجيل الدخول، بعد أن أُرسل نموذج متأخرًا
accounts-kept-say = سُجّل خروجك قبل أن ترسل نموذجك. سجّل الدخول لتتابع: يُحتفظ بما كتبته ساعة واحدة.
# فوق النموذج وفيه ما كُتب
accounts-again-say = سُجّل خروجك قبل إرسال هذا. ما كتبته أدناه. لم يُنفَّذ شيء بعد: راجعه وأرسله مرة أخرى.
accounts-sessions-title = أين سجّلت الدخول
accounts-sessions-say = إذا كنت لا تعرف إحدى هذه الجلسات، فسجّل الخروج من كل مكان واطلب من مسؤول الحسابات أن يعيد ضبط طريقة تسجيل دخولك.
accounts-device = الجهاز
accounts-started = تسجيل الدخول
accounts-used = آخر استخدام
# علامة بجانب الجلسة التي تُعرض فيها الصفحة
accounts-this-one = هذه الجلسة
accounts-device-phone = هاتف
accounts-device-tablet = جهاز لوحي
accounts-device-computer = حاسوب
accounts-device-other = جهاز آخر
accounts-stay-title = ما زلت مسجَّل الدخول
# يقوله برنامج نصي قبل انتهاء الجلسة بخمس دقائق
accounts-session-soon = سيُسجَّل خروجك بعد أقل من 5 دقائق. ما تكتبه محفوظ: إذا سُجّل خروجك فأرسله ثم سجّل الدخول مرة أخرى.
accounts-session-over = سُجّل خروجك. لم يضِع ما كتبته: أرسله ثم سجّل الدخول مرة أخرى، فيُعرض من جديد.
# زر
accounts-stay = ابقَ مسجَّل الدخول

## تأكيد الهوية

accounts-confirm-title = أكّد أنك أنت
accounts-confirm-say = لا يمكن التراجع عما طلبته. أعطِ كلمة مرورك ورمزًا لتتابع. لن تُسأل مرة أخرى خلال { $n } دقيقة.
accounts-confirm-button = تأكيد ومتابعة
accounts-confirm-wrong = راجع كلمة مرورك ورمزك، واستخدم رمزًا لم تستخدمه من قبل

## حساب واحد

accounts-memberships = الأدوار
accounts-place = لدى
accounts-change = تغيير
accounts-until-label = حتى
accounts-until-hint = اليوم الأخير، مثلًا 31 3 2027. اتركه فارغًا إذا لم تكن هناك نهاية.
accounts-no-end = بلا نهاية
accounts-end-membership = إنهاء هذا الدور
accounts-add-title = إضافة دور
accounts-add-button = إضافة الدور
accounts-organisation = المنظمة
accounts-organisation-hint = اسمها القصير كما في تعريف الخدمة
accounts-office = المكتب (اختياري)
accounts-office-hint = اسمه القصير. اتركه فارغًا لكل المكاتب
accounts-service-any = كل الخدمات
accounts-role-needed = اختر دورًا
accounts-organisation-needed = أدخل المنظمة
accounts-service-unknown = اختر خدمة من القائمة
accounts-until-wrong = أدخل يومًا لم يأتِ بعد، أو اتركه فارغًا
accounts-reset-heading = إعادة ضبط طريقة تسجيل دخول هذا الشخص
accounts-reset-why = تتوقف كلمة مروره ورموز المرة الواحدة ورموز الاسترداد عن العمل، ويُسجَّل خروجه من كل مكان. وتصله رسالة إلكترونية تقول ذلك.
accounts-reset-button = إعادة الضبط وعرض رابط جديد
accounts-reset-title = أعطِ هذا الرابط للشخص
accounts-reset-say = يعمل مرة واحدة خلال 24 ساعة. من كان لديه يستطيع تعيين كلمة المرور، فاستخدم طريقة لا يقرؤها غيره. تعرضه هذه الصفحة مرة واحدة فقط.
accounts-end-heading = إنهاء هذا الحساب
accounts-end-why = لن يستطيع الشخص تسجيل الدخول، وتعود الملفات المسندة إليه إلى قائمة الانتظار. لا يمكن التراجع عن هذا.
accounts-end-button = إنهاء الحساب
accounts-last-administrator = هذا آخر مسؤول حسابات بلا نهاية. أضف مسؤولًا آخر أولًا.
accounts-own = يجب أن يفعل هذا مسؤول حسابات آخر
accounts-changed = غيّر شخص آخر هذا الحساب في الوقت نفسه. راجع ما فيه الآن ثم حاول مرة أخرى.

## رسائل إلكترونية إلى الموظفين

accounts-mail-reset-title = أُعيد ضبط طريقة تسجيل دخولك
accounts-mail-reset-say =
    أعاد مسؤول حسابات ضبط كلمة مرورك ورموزك. سُجّل خروجك من كل مكان، ولم تعد كلمة مرورك ورموزك القديمة تعمل.

    سيعطيك مسؤول الحسابات رابطًا لإعداد طريقة تسجيل دخولك.

    إذا لم تكن تتوقع هذا، فأخبر مسؤول حسابات آخر الآن.
