### ما تطلبه الجهة من مقدّم الطلب وهي تنظر في طلبه.

asks-note-title = من الشخص الذي يتابع طلبك
# $date يوم
asks-until = أرسل المطلوب في موعد أقصاه { $date }. يبقى طلبك في الانتظار حتى ذلك اليوم.
asks-answer-button = أجب الآن
asks-check-title = راجع ما سترسله
asks-send-button = إرسال
asks-changed = تغيّر هذا في مكان آخر منذ أن فتحت الصفحة. راجعه مرة أخرى قبل أن ترسله.
asks-sent-title = وصلنا ما أرسلته
asks-sent-say = نتابع النظر في طلبك. لا يلزمك فعل شيء.

asks-status = نحن في انتظارك
asks-status-say = طلبنا منك شيئًا، ونتابع حين يصلنا. أرسله في موعد أقصاه { $date }.
asks-status-until = آخر يوم للإرسال
asks-status-button = اطّلع على ما نطلبه
asks-status-sent = ما أرسلته إلينا منذ تقديم الطلب

# $title ما هو مطلوب
asks-message-subject = نحتاج إلى شيء منك: { $title }
asks-message-say = لا يمكننا البتّ في طلبك لخدمة «{ $service }» بعد (الرقم المرجعي { $reference }). أرسل إلينا ما يلي:
asks-message-link =
    أرسله في موعد أقصاه { $date } عن طريق هذا الرابط. الرابط لك وحدك، ويعمل حتى ذلك اليوم:

    { $link }
# $address حيث يُكتب الرمز
asks-message-code =
    أرسله في موعد أقصاه { $date }. اذهب إلى { $address } وأدخل هذا الرمز:

    { $code }

asks-tag-waiting = في انتظار مقدّم الطلب
asks-tag-unanswered = لم يُجب في الموعد
asks-staff-title = اطلب شيئًا من مقدّم الطلب
asks-staff-what = ما الذي تحتاج إليه؟
asks-staff-note = ما الذي تريد إضافته؟ (اختياري)
asks-staff-note-hint = يقرأ مقدّم الطلب ما تكتبه هنا.
asks-staff-button = متابعة
asks-staff-nothing = اختر ما تحتاج إليه
asks-staff-often = طُلب من مقدّم الطلب مرات كثيرة. اتخذ القرار بناءً على ما هو معروف.
asks-staff-asked = طُلب شيء من مقدّم الطلب. انتظر الإجابة، أو اسحب ما طُلب أولًا.
asks-staff-not-asked = لم يعد يُطلب شيء من مقدّم الطلب. يبيّن السجل ما حدث.
asks-staff-waiting-title = ما طُلب من مقدّم الطلب
# $date و$until يومان
asks-staff-waiting = طُلب في { $date }. أمام مقدّم الطلب حتى { $until }. مدة البتّ متوقفة.
asks-staff-back = لم يعد مطلوبًا
asks-staff-answer = { $title } (طُلب في { $asked }، وأُجيب في { $answered })

asks-sure-title = هل تريد أن تطلب هذا من مقدّم الطلب؟
asks-sure-say = نكتب إلى مقدّم الطلب فورًا. تتوقف مدة البتّ إلى أن يجيب.
asks-sure-what = ما تطلبه
asks-sure-note = ما تضيفه
asks-sure-until = أمام مقدّم الطلب حتى { $date }.
asks-sure-button = اطلب من مقدّم الطلب
asks-sure-cancel = العودة إلى الطلب

staff-event-asked-for = طُلب شيء من مقدّم الطلب
staff-event-ask-answered = أرسل مقدّم الطلب ما طُلب منه
staff-event-ask-taken-back = لم يعد ما طُلب من مقدّم الطلب لازمًا
staff-event-ask-not-answered = لم يُجب مقدّم الطلب في الموعد
