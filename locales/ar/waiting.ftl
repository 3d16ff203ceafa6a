### الانتظار بين مراجعة الإجابات والإرسال: لتوقيع شخص آخر، ولدفع الرسوم.

waiting-check-not-yet = لا يُرسل طلبك فور الضغط على الزر. تبقى إجاباتك كما هي إلى أن يُرسل.
waiting-check-button = الموافقة والمتابعة
waiting-check-signature = يجب أن يوقّع شخص آخر قبل إرسال طلبك. نرسل إليه رسالة إلكترونية فيها رابط.
# $amount مبلغ من المال: £154
waiting-check-payment = تدفع { $amount } بعد هذا، ثم يُرسل طلبك.

waiting-payment-title = ادفع الرسوم
# $date يوم
waiting-payment-say = ادفع { $amount } في موعد أقصاه { $date }. نرسل طلبك فور دفع الرسوم.
waiting-payment-closed = يمكنك إغلاق هذه الصفحة. لا تحتاج إلى العودة إليها.
waiting-reference = الرقم المرجعي الذي تذكره حين تدفع
waiting-payment-how = كيف تدفع
waiting-payment-refund = متى نردّ الرسوم

waiting-signature-title = في انتظار توقيع
# $name شخص، و$email عنوانه، و$date يوم
waiting-signature-say = أرسلنا إلى { $name } رابطًا على العنوان { $email }. يمكن التوقيع حتى { $date }.
waiting-signature-then-pay = تدفع الرسوم بعد أن يصل التوقيع.
waiting-signature-closed = يمكنك إغلاق هذه الصفحة. نكتب إليك حين يحدث شيء.
waiting-signed = وصل توقيع { $name } في { $date }.
waiting-ask-again = أرسل الرابط مرة أخرى
waiting-asked-again = أرسلنا رابطًا جديدًا. لم يعد الرابط السابق يعمل.
waiting-answers = إجاباتك
waiting-change = غيّر إجابة
waiting-change-say = إذا غيّرت إجابة فلا يُحسب أيّ توقيع سابق، ونردّ إليك ما دفعته.
waiting-resume-say = أرسلتَ إجاباتك، وهي في انتظار توقيع أو في انتظار دفع الرسوم.

waiting-ended-changed = عدتَ لتغيير إجاباتك. لم يُرسل شيء.
# $reason ما كتبه الشخص الآخر
waiting-ended-declined = لم يوقّع الشخص الآخر. السبب الذي ذكره: { $reason }
waiting-ended-time = انتهى وقت التوقيع أو الدفع. لم يُرسل شيء. يمكنك إرسال إجاباتك مرة أخرى.
waiting-ended-signature = لم يعد توقيع { $name } محسوبًا.

waiting-link-title = توقيع طلب
waiting-link-say = يقدّم شخص طلبًا لخدمة «{ $service }» ويحتاج إلى توقيعك. يعمل الرابط مرة واحدة.
waiting-link-used-title = استُخدم هذا الرابط
waiting-link-used = تابع حيث فتحته، أو اطلب من مقدّم الطلب أن يرسل إليك رابطًا آخر.
waiting-link-signed-title = وقّعتَ الطلب
waiting-link-signed = لا يلزمك فعل شيء آخر.
waiting-link-void-title = لا يوجد ما توقّعه
waiting-link-void = غيّر مقدّم الطلب إجابة، أو انتهى الوقت. إذا كنت قد وقّعت فلم يعد توقيعك محسوبًا. يمكن لمقدّم الطلب أن يرسل إليك رابطًا آخر.
waiting-link-unknown = اطلب من مقدّم الطلب أن يرسل إليك رابطًا آخر.

waiting-sign-title = وقّع هذا الطلب
waiting-sign-intro = { $name }، يُطلب منك توقيع طلب لخدمة «{ $service }».
waiting-sign-answers = إجابات مقدّم الطلب
waiting-sign-declaration = الإقرار
waiting-sign-name = اسمك الكامل
waiting-sign-name-hint = حين تكتب اسمك فإنك توقّع الإقرار.
waiting-sign-button = توقيع
waiting-sign-decline-title = إذا كنت لا تريد التوقيع
waiting-sign-reason = لماذا لا توقّع؟
waiting-sign-reason-hint = يقرأ مقدّم الطلب ما تكتبه هنا.
waiting-sign-decline = عدم التوقيع
waiting-sign-name-needed = أدخل اسمك الكامل
waiting-sign-reason-needed = أدخل سبب عدم التوقيع
waiting-sign-too-long = استخدم 200 حرف أو أقل
waiting-signed-title = وقّعتَ الطلب
waiting-signed-say = نخبر مقدّم الطلب. يمكنك إغلاق هذه الصفحة.
waiting-declined-title = لم توقّع الطلب
waiting-declined-say = نخبر مقدّم الطلب ونذكر له السبب الذي كتبته. يمكنك إغلاق هذه الصفحة.
waiting-second-person = الشخص الثاني

waiting-sign-email-subject = توقيع طلب: { $service }
waiting-sign-email-body = يقدّم شخص طلبًا لخدمة «{ $service }» وأعطانا عنوانك، لأن عليك أن توقّع أيضًا.
waiting-sign-email-use = استخدم هذا الرابط حتى { $date }. يعمل مرة واحدة:
waiting-sign-email-not-you = إذا لم تكن هذه الرسالة لك فلا يلزمك فعل شيء.

waiting-tell-asked-to-pay-subject = ادفع الرسوم: { $service }
waiting-tell-asked-to-pay = يُرسل طلبك لخدمة «{ $service }» فور دفع رسومه. تجد المبلغ وطريقة الدفع في صفحة الطلب.
waiting-tell-declined-subject = لم يُوقَّع طلبك: { $service }
waiting-tell-declined = لم يوقّع الشخص الذي ذكرتَ اسمه طلبك لخدمة «{ $service }». لم يُرسل شيء. تجد السبب الذي ذكره فوق إجاباتك.
waiting-tell-wait-ended-subject = لم يُرسل طلبك: { $service }
waiting-tell-wait-ended = انتهى وقت التوقيع أو الدفع لطلبك لخدمة «{ $service }». لم يُرسل شيء. يمكنك إرسال إجاباتك مرة أخرى.
waiting-tell-reference = رقمك المرجعي هو { $reference }.
waiting-tell-go-on = تابع من هنا، بالرمز الذي أُعطيتَه أو بطلب رابط:
waiting-tell-not-you = إذا لم تكن هذه الرسالة لك فلا يلزمك فعل شيء.

staff-event-checked = وافق مقدّم الطلب على الإجابات
staff-event-answered = تغيّرت إجابة
staff-event-ways-back-changed = تغيّرت طريقة العودة
staff-event-link-opened = فتح الشخص الثاني الرابط
staff-event-asked-again = أُرسل رابط آخر إلى الشخص الثاني
staff-event-signed = وقّع الشخص الثاني
staff-event-declined = لم يوقّع الشخص الثاني
staff-event-taken-back = سحبه مقدّم الطلب
staff-event-wait-ended = انتهى وقت التوقيع أو الدفع
staff-event-paid = سُجّل الدفع
staff-event-waived = أُعفي من الرسوم
staff-event-paid-back = رُدّ المبلغ
