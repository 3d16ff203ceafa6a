### كلمات كيفية البت في الملف: موظف ثانٍ، والتحققات، وما يقرّره الحاسوب.

## موظف ثانٍ

# A tag on a case, and a choice of the list's filter
deciding-needs-second = يحتاج إلى موظف ثانٍ
deciding-second-say = يجب أن يؤكد موظف آخر ما تقرّره. وحتى ذلك الحين لا يُبَتّ في شيء، ولا يُبلَّغ مقدّم الطلب بشيء.
deciding-propose-button = اقتراح هذا القرار
deciding-proposed-title = القرار المقترح
deciding-proposed-outcome = النتيجة
deciding-proposed-reason = السبب
deciding-proposed-said = للملف
deciding-proposed-by = اقترحه
deciding-proposed-on = تاريخ الاقتراح
deciding-proposed-mine = أنت من اقترح هذا. يجب أن يؤكده موظف آخر.
deciding-outdated = تغيّرت الإجابات بعد هذا الاقتراح. أعده ليُتخذ القرار بناءً على ما هو معروف الآن.
deciding-confirm-button = تأكيد القرار وإبلاغ مقدّم الطلب
deciding-back-note = لماذا تعيده؟
deciding-back-button = إعادته
deciding-take-back-button = سحب اقتراحي
deciding-back-nothing = أدخل سبب إعادته
deciding-proposed-already = هناك قرار مقترح بالفعل. يؤكده موظف آخر أو يعيده.
deciding-not-proposed = لم يعد هناك شيء مقترح. يبيّن السجل ما جرى.
deciding-not-theirs = يجب أن يفعل هذا شخص آخر: يلزم موظفان.

## التحققات

deciding-checks-title = التحققات
deciding-check-none = لم يُجب عنه بعد
deciding-check-yes = نعم
deciding-check-no = لا
deciding-check-cannot-tell = لا يمكن الجزم
deciding-check-by = { $who }، { $date }
# The other system that answered
deciding-check-system = نظام آخر ({ $name })
deciding-check-correct = تصحيح هذه الإجابة
deciding-check-why = لماذا تصحح إجابة «{ $check }»؟
deciding-check-button = حفظ الإجابة
deciding-check-nothing = اختر ما يقوله التحقق
deciding-check-why-nothing = أدخل سبب تصحيح الإجابة
deciding-check-gone = لم يعد لهذه الخدمة تحقق كهذا.

## ما يقرّره الحاسوب

deciding-decided-by = قرّره
# Who decided, with the law that lets it
deciding-computer-under = الحاسوب، بموجب { $law }
# Who decided, in the history
deciding-computer = الحاسوب

## السجل

staff-event-proposed = اقتُرح قرار
staff-event-sent-back = أُعيد الاقتراح
staff-event-proposal-taken-back = سُحب الاقتراح
staff-event-proposal-voided = انتهى الاقتراح لأن تحققًا أُجيب عنه
staff-event-check-answered = أُجيب عن تحقق
deciding-event-proposed-by = اقترحه { $name }

## المراحل، وما يُقدَّم على غيره

deciding-urgent = عاجل
deciding-stage = المرحلة
deciding-stage-by = تنتهي المرحلة بحلول
deciding-stage-to = انقله إلى
deciding-stage-button = نقله
deciding-stage-nothing = اختر إلى أين تنقله
staff-event-stage-moved = نُقل إلى مرحلة أخرى

## إعادة النظر

deciding-again-title = إعادة النظر في القرار
deciding-again-say = يمكن لمقدّم الطلب أن يطلب هذا قبل أن يطعن أمام { $to }. ويجري مرة واحدة، على يد من لم يبتّ في الملف.
deciding-again-button = البت من جديد وإبلاغ مقدّم الطلب
deciding-again-not-theirs = يجب أن يعيد النظر في هذا الملف من لم يبتّ فيه
# On the status page
deciding-appeal-review = إذا كنت لا توافق، فاطلب منا أولًا إعادة النظر. يمكنك الطعن أمام { $to } حتى { $date }.
staff-event-reconsidered = أُعيد النظر
