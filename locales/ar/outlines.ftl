### خطوط ومساحات على الأرض.

kinds-outline-hint = اكتب أو ألصق نقطة واحدة في كل سطر: خط العرض ثم خط الطول، مثل ⁦51.5034, -0.1276⁩
kinds-outline-length = الطول
kinds-outline-area = المساحة
kinds-outline-kilometres = كم
kinds-outline-metres = م
kinds-outline-square-kilometres = كم²
kinds-outline-hectares = هكتار
kinds-outline-square-metres = م²
kinds-outline-line-image = رسم تقريبي للخط المار بهذه النقاط، والشمال في الأعلى
kinds-outline-area-image = رسم تقريبي للمساحة المحصورة بين هذه النقاط، والشمال في الأعلى
error-outline-empty = أدخل نقاط { $called }
error-outline-line = يجب أن يكون السطر { $n } خط عرض وخط طول، مثل ⁦51.5034, -0.1276⁩
error-outline-too-few = عدد نقاط { $called }: يجب ألا يقل عن { $n }
error-outline-too-many = عدد نقاط { $called }: يجب ألا يزيد على { $n }
error-outline-too-wide = يجب ألا يمتد { $called } نصف الطريق حول الأرض وألا يعبر خط الطول 180
error-outline-crosses = يجب ألا يتقاطع محيط { $called } مع نفسه أو يلامسها. تحقق من ترتيب النقاط
