### ما يقرؤه مقدّم الطلب في قائمة مهام خدمة طويلة، وبين مهامها.
###
### $task  عنوان المهمة كما تسمّيها الخدمة

tasks-title = ما عليك فعله
# أُكملت $completed من $all
tasks-progress = { $all ->
    [one] أكملتَ { $completed } من مهمة واحدة.
    [two] أكملتَ { $completed } من مهمتين.
    [few] أكملتَ { $completed } من { $all } مهام.
    [many] أكملتَ { $completed } من { $all } مهمة.
   *[other] أكملتَ { $completed } من { $all } مهمة.
}
tasks-completed = مكتملة
tasks-incomplete = غير مكتملة
tasks-not-started = لم تبدأ بعد
tasks-cannot-start = لا يمكن بدؤها بعد
tasks-problem = توجد مشكلة
# تحت مهمة تنتظر مهمة أخرى
tasks-needs = أكمل «{ $task }» أولًا
# عنوان فوق آخر بند في القائمة
tasks-send-title = المراجعة والإرسال
tasks-send = راجع إجاباتك
tasks-send-needs = أكمل كل ما سبق أولًا
# خطأ لمن أراد الإرسال قبل الأوان
tasks-left = أكمل «{ $task }»
# عنوان فوق الإجابات التي أُعطيت قبل قائمة المهام
tasks-before = هل يمكنك تقديم الطلب
