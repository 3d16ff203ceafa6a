### سحب طلب أو إلغاء حجز.

# في صفحة سير الطلب
withdraw-link = اسحب طلبك
withdraw-link-booking = ألغِ حجزك
withdraw-status = مسحوب
withdraw-status-say = سُحب هذا الطلب في { $date }. لن يحدث شيء آخر. إذا احتجت إليه بعد ذلك فقدّم طلبًا من جديد.

# الصفحة التي تسأل هل الشخص متأكد
withdraw-title = هل أنت متأكد من أنك تريد سحب طلبك؟
withdraw-title-booking = هل أنت متأكد من أنك تريد إلغاء حجزك؟
withdraw-say = سنتوقف عن النظر في طلبك ولن نتخذ قرارًا فيه.
withdraw-say-booking = سيتمكن شخص آخر من حجز موعدك.
withdraw-no-way-back = لا يمكن التراجع عن ذلك.
withdraw-button = نعم، اسحب طلبي
withdraw-button-booking = نعم، ألغِ حجزي
withdraw-cancel = لا، عُد

# ما يراه الموظفون
withdraw-staff-title = السحب نيابة عن مقدم الطلب
withdraw-staff-say = لا تفعل ذلك إلا إذا طلبه مقدم الطلب. ستصله رسالة الخدمة بذلك.
withdraw-staff-said = كيف طلب مقدم الطلب ذلك
withdraw-staff-said-hint = مثلًا: «اتصل في 3 مايو وذكر الرقم المرجعي»
withdraw-staff-nothing = أدخل كيف طلب مقدم الطلب ذلك
withdraw-staff-sure-title = هل أنت متأكد من أنك تريد سحب هذا نيابة عن مقدم الطلب؟
withdraw-staff-sure-say = لن يتخذ أحد قرارًا في هذا الطلب بعد الآن.
withdraw-staff-sure-say-booking = سيكون الموعد المحجوز متاحًا لشخص آخر.
withdraw-staff-button = اسحب
staff-event-withdrawn = سُحب
