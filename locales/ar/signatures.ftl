### التوقيعات التي يمكن رسمها.

kinds-signature-type = اكتب اسمك الكامل
kinds-signature-how = ارسم توقيعك بالإصبع أو القلم أو الفأرة. وإن لم تستطع، فاكتب اسمك بدلًا من ذلك
kinds-signature-sheet = مساحة لرسم توقيعك
kinds-signature-undo = التراجع عن آخر خط
kinds-signature-clear = مسح الرسم
kinds-signature-there = رُسم توقيعك
kinds-signature-empty = لم يُرسم شيء
kinds-signature-remove = إزالة الرسم
kinds-signature-drawn = توقيع مرسوم باليد
error-signature-draw-or-type = اكتب اسمك الكامل أو ارسم توقيعك
error-signature-too-little = ارسم توقيعك كاملًا، أو امسح الرسم واكتب اسمك الكامل
error-signature-unreadable = ارسم توقيعك مرة أخرى، أو امسح الرسم واكتب اسمك الكامل
