### تحقّق مما يمكنك طلبه: أسئلة الأهلية لكل الخدمات في طريق واحد.

eligibility-title = تحقّق مما يمكنك طلبه
eligibility-say = أجب عن بعض الأسئلة لتعرف أيّ هذه الخدمات يمكنك استخدامها:
eligibility-not-kept = لا نحتفظ بإجاباتك.
eligibility-none = لا تسأل أيّ خدمة هنا عمّن يمكنه تقديم الطلب قبل أن تبدأ.
# زر بجانب «متابعة»: يعرض القائمة قبل الإجابة عن كل شيء
eligibility-show = اعرض ما يمكنني طلبه حتى الآن
eligibility-list-title = ما يمكنك طلبه
eligibility-can = يمكنك تقديم الطلب
eligibility-cannot = لا يمكنك تقديم الطلب
eligibility-not-known = لا نعرف بعد
eligibility-closed = الخدمة مغلقة حاليًا.
eligibility-go-on = أجب عن أسئلة أخرى
eligibility-again = ابدأ من جديد
