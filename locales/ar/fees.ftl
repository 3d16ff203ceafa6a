### كم تكلّف الخدمة، وما دُفع من رسومها.

fees-title = كم تكلّف
fees-fee = الرسوم
fees-total = المجموع
fees-left = المتبقي للدفع

# في صفحة البداية. $amount مبلغ من المال: £154
fees-start-costs = رسومها { $amount }.
fees-start-depends = تعتمد الرسوم على إجاباتك. سترى المبلغ قبل أن ترسل أيّ شيء:
fees-start-line = { $for }: { $amount }
fees-start-less = { $for }: أقل بمقدار { $amount }

# $means إحدى الطرق الأربع أدناه، و$reference رقم إيصال
fees-paid = دُفع ({ $means }، الإيصال { $reference })
fees-to-refund = دُفع ({ $means }، الإيصال { $reference })، ويجب ردّه
fees-refunded = رُدّ المبلغ ({ $means }، الإيصال { $reference })
fees-waived = إعفاء من الرسوم
fees-waived-void = إعفاء من الرسوم قبل تغيير إجابة، ولم يعد محسوبًا
fees-means-card = بطاقة
fees-means-cash = نقدًا
fees-means-transfer = تحويل مصرفي
fees-means-cheque = شيك

fees-staff-title = الرسوم
fees-staff-unpaid = في انتظار الدفع
fees-staff-none = لا يوجد طلب في انتظار دفع رسومه.
fees-staff-service = الخدمة
fees-staff-since = منذ
fees-staff-refunds = مبالغ يجب ردّها
fees-staff-how = طريقة الدفع
fees-staff-done = رُدّ المبلغ
fees-staff-paid-back = سجّل أن المبلغ رُدّ
fees-staff-note = سجّل أن الرسوم دُفعت
fees-staff-note-button = متابعة
fees-staff-amount = المبلغ
fees-staff-means = كيف دُفع المبلغ؟
fees-staff-receipt = رقم الإيصال
fees-staff-receipt-hint = أو ما يسمّي به المصرف عملية الدفع
fees-staff-waive = الإعفاء من الرسوم
fees-staff-waive-reason = ما سبب الإعفاء من الرسوم؟
fees-staff-waive-hint = يبقى السبب في السجل. لا يُعرض على مقدّم الطلب.
fees-staff-waive-button = الإعفاء من الرسوم
fees-staff-waits-no-more = هذا الطلب ليس في انتظار الدفع.
fees-staff-not-waiting = لم يعد هذا الطلب في انتظار الدفع
fees-staff-changed = دُفع شيء أو تغيّر شيء منذ أن فتحت هذه الصفحة. راجع المتبقي للدفع
fees-staff-wrong-amount = أدخل مبلغًا لا يزيد على المتبقي للدفع، مثل 20.50
fees-staff-no-means = اختر طريقة الدفع
fees-staff-receipt-needed = أدخل رقم الإيصال
fees-staff-reason-needed = أدخل سبب الإعفاء من الرسوم
fees-staff-too-long = هذا النص طويل جدًا. اختصره

fees-sure-title = راجع ما ستسجّله
fees-sure-paid = دُفع { $amount } (طريقة الدفع: { $means }) للطلب { $reference }. لم يبقَ شيء للدفع، فسيُرسل الطلب.
fees-sure-part = دُفع { $amount } (طريقة الدفع: { $means }) للطلب { $reference }. يبقى الطلب في انتظار باقي المبلغ.
fees-sure-waive = إعفاء من { $amount } للطلب { $reference }. سيُرسل الطلب.
fees-sure-paid-button = سجّل أن الرسوم دُفعت
fees-sure-waive-button = الإعفاء من الرسوم
fees-sure-back = رجوع

staff-role-cashier = أمين صندوق
