### رسوم تُدفع بعد الموافقة على الطلب.

to-pay-check = لا تدفع الرسوم إلا إذا وافقنا على طلبك. نكتب إليك حينها.

to-pay-status = في انتظار دفعك
to-pay-status-say = يمكننا أن نمنحك ما طلبته. يصبح لك فور دفع الرسوم.
# $amount is money: £154; $date is a day
to-pay-status-pay = ادفع { $amount } في موعد أقصاه { $date }.
to-pay-status-application = طلبك

to-pay-message-subject = ادفع الرسوم: { $service }
to-pay-message-say = يمكننا أن نمنحك ما طلبته عبر خدمة «{ $service }». يصبح لك فور دفع الرسوم.
to-pay-message-amount = الرسوم { $amount }. ادفعها في موعد أقصاه { $date }.
to-pay-message-reference = اذكر هذا الرقم المرجعي حين تدفع: { $reference }
to-pay-message-page = تجد أين وصل طلبك في صفحته. تصل إليها بالرمز الذي أُعطيتَه أو بطلب رابط: { $link }

waiting-tell-not-paid-subject = لم تُدفع الرسوم: { $service }
waiting-tell-not-paid = انتهى وقت دفع رسوم طلبك لخدمة «{ $service }». ننظر فيه مرة أخرى ونكتب إليك حين نتخذ القرار.

to-pay-staff-until = يُدفع حتى
to-pay-staff-say = تمت الموافقة على هذا الطلب، ويسري القرار حين تُدفع الرسوم.
# $means is a means of paying, $reference that of the application
to-pay-sure-paid = دُفع { $amount } (طريقة الدفع: { $means }) للطلب { $reference }. لم يبقَ شيء للدفع، فيسري ما تقرر.
to-pay-sure-waive = إعفاء من { $amount } للطلب { $reference }. يسري ما تقرر.

staff-event-asked-to-pay = طُلب دفع الرسوم
staff-event-not-paid = لم تُدفع الرسوم في الموعد
