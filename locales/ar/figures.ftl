### كلمات صفحات المؤشرات، للجميع وللموظفين.

## في كل مكان

# رابط أسفل الصفحة وفي الصفحة الأولى
figures-link = مؤشرات الأداء
# شهر لم ينتهِ. $month مكتوب بالكلمات
figures-so-far = { $month } (حتى الآن)
figures-month = الشهر
# اسم جدول. $figure عنوان مؤشر
figures-by-month = { $figure }، حسب الشهر
figures-all = الكل

## بدلًا من رقم

figures-withheld = محجوب
figures-unknown = غير معروف
figures-no-value = لا قيمة

## القنوات

figures-channel-web = الإنترنت
figures-channel-telephone = الهاتف
figures-channel-counter = الشبّاك
figures-channel-paper = الورق
figures-channel-intermediary = منظمة موثوقة
figures-channel-api = نظام آخر
# $channel واحدة مما سبق: ملفات أدخلها أحد في الخدمة الرقمية مع شخص أو نيابة عنه
figures-way-keyed-in = { $channel }، أُدخلت في الخدمة الرقمية
# $channel واحدة مما سبق: أُنجزت بدون الخدمة الرقمية
figures-way-outside = { $channel }، خارج الخدمة الرقمية

## قائمة الخدمات

figures-list-title = مؤشرات الأداء
figures-list-say = كم تُستخدم كل خدمة وكيف تعمل، شهرًا بشهر. يمكن لأيّ أحد تنزيل الأرقام.

## خدمة واحدة

# $service اسم الخدمة
figures-title = الأداء: { $service }
# $moment يوم ووقت، و$zone منطقة زمنية
figures-counted-to = أُحصي كل شيء حتى { $moment }. الأيام والأشهر بحسب المنطقة الزمنية { $zone }.
figures-withheld-say = تُحجب الأعداد التي تقل عن 5 أشخاص، وكذلك الأعداد الأخرى التي يمكن منها استنتاجها. وما يُحسب من عدد محجوب يُحجب أيضًا.
figures-unknown-say = «غير معروف» تعني أن أحدًا لم يخبرنا بالعدد. ولا تعني 0. و«لا قيمة» تعني أنه لم يوجد ما يُحسب منه المؤشر.
figures-csv = نزّل كل المؤشرات بصيغة CSV
figures-json = نزّل كل المؤشرات بصيغة JSON
# ما يقوله الرسم البياني لمن لا يراه
figures-chart-say = عمود لكل شهر، الأقدم أولًا. في الجدول أدناه الأرقام نفسها.
# بدلًا من الرسم البياني
figures-no-chart = لا يوجد عدد يمكن عرضه في رسم بياني.

## المعاملات المنجزة

figures-completed-title = المعاملات المنجزة
figures-completed-is = تُعدّ المعاملة منجزة حين يرسل الشخص كل ما تحتاج إليه الخدمة منه. المصدر: دليل الخدمة، البيانات التي يجب نشرها.
figures-completed-once = الملفات في الخدمة الرقمية تحصيها الخدمة، أيًّا كان من أدخلها. ولا يُدخل الموظفون إلا ما أُنجز خارجها، فلا يُحصى شيء مرتين. ولا يُعرف مجموع الشهر قبل أن يُدخله الموظفون.
figures-digital-alone = رقميًا، دون مساعدة
figures-digital-assisted = رقميًا، بمساعدة
figures-other = غير ذلك
# باقي العمود: الأجزاء المحجوبة معًا
figures-not-split = أجزاء محجوبة

## الإقبال الرقمي

figures-take-up-title = الإقبال الرقمي
figures-take-up-say = «رقميًا، بمساعدة» حين يُدخل أحد الملف في الخدمة الرقمية وهو يتحدث مع الشخص. أما الورق الذي أدخله الموظفون بعد ذلك فهو «غير ذلك».
figures-take-up-without = الإقبال دون مساعدة
figures-take-up-without-is = الإقبال دون مساعدة: المعاملات المنجزة التي أتمّها الناس رقميًا وحدهم، مقسومة على كل المعاملات المنجزة في الوقت نفسه. المصدر: Government Service Design Manual، الإقبال الرقمي، 2013 إلى 2016.
figures-take-up-with = الإقبال بمساعدة
figures-take-up-with-is = الإقبال بمساعدة: الشيء نفسه، مع عدّ من حصلوا على مساعدة ضمن الرقمي. المصدر: دليل الخدمة اللاحق، قياس الإقبال الرقمي.

## نسبة الإنجاز

figures-completion-title = نسبة الإنجاز
figures-completion-is = المعاملات التي أتمّها الناس على الإنترنت، مقسومة على التي بدؤوها على الإنترنت في الوقت نفسه. المصدر: دليل الخدمة، البيانات التي يجب نشرها.
figures-completion-say = من يعود إلى مسودة محفوظة لا يبدأ من جديد. وقد يبدأ أحد في شهر ويُتمّ في الشهر التالي: وحين يُتمّ أكثر مما بُدئ فلا قيمة.
figures-started = بدأت على الإنترنت

## رضا المستخدمين

figures-satisfaction-title = رضا المستخدمين
figures-satisfaction-say = يُسأل الناس بعد إرسال طلبهم، ويمكنهم ألّا يجيبوا. وتعطي صيغتان رسميتان رقمين مختلفين للإجابات نفسها، فتُعرض كلتاهما.
figures-satisfaction-a = التعريف أ
figures-satisfaction-a-is = التعريف أ: نسبة من أجابوا «راضٍ» أو «راضٍ جدًا». المصدر: Government Service Design Manual، رضا المستخدمين، حتى أغسطس 2015.
figures-satisfaction-b = التعريف ب
figures-satisfaction-b-is = التعريف ب: متوسط المستويات الخمسة، حيث يُحسب أدناها 0% وأعلاها 100%. المصدر: شيفرة Performance Platform، user_satisfaction.py.
figures-answers = كل الإجابات

## كلفة المعاملة

figures-cost-title = كلفة المعاملة
figures-cost-is = كلفة تقديم الخدمة عبر كل القنوات، مقسومة على المعاملات المنجزة. المصدر: دليل الخدمة، البيانات التي يجب نشرها.
figures-cost-say = نحسبها من كلفة المعاملة الواحدة في كل قناة، كما في تعريف الخدمة، ومن عدد ما أُنجز بها. ولا تكون كاملة إلا إذا دخل في تلك الكلفة كل شيء: الموظفون والمباني وتقنية المعلومات والبريد والنفقات العامة. وإذا استُخدمت قناة بلا كلفة، أو لم يُعرف عددها، فالكلفة غير معروفة.
figures-cost-before = أعداد الملفات السابقة هي خط الأساس: كم كانت في السنة في كل قناة قبل هذه الخدمة.
figures-channels-table = كلفة كل قناة وخط أساسها
figures-channel = القناة
figures-channel-cost = كلفة المعاملة الواحدة
figures-channel-before = الملفات في السنة من قبل

## المدة حتى القرار

figures-time-title = المدة حتى القرار
figures-time-is = الأيام من يوم إرسال الملف إلى يوم القرار فيه، حسب شهر القرار. هذا التعريف من وضعنا.
figures-decided = صدر القرار
figures-time-mean = الأيام في المتوسط
figures-time-median = الأيام التي صدر خلالها نصف القرارات

## الأعداد التي يُدخلها الموظفون

figures-volumes-title = أعداد القنوات الأخرى
figures-volumes-list-say = اختر خدمة لتُدخل كم معاملة أُنجزت خارج الخدمة الرقمية.
figures-volumes-none = ليست لديك خدمة لها قنوات أخرى.
# $service اسم الخدمة
figures-volumes-of = أعداد القنوات الأخرى: { $service }
figures-volumes-rule = أدخل فقط ما أُنجز خارج الخدمة الرقمية. فالملفات التي يُدخلها الموظفون فيها محصاة: إذا أدخلتها هنا أُحصيت مرتين.
figures-volumes-correct = يمكنك تصحيح عدد. يُحتسب الأخير، وتبقى الأعداد السابقة في السجل.
figures-volumes-choose = اختر شهرًا
figures-volumes-show = اعرض الشهر
# $channel قناة، و$month مكتوب بالكلمات
figures-volumes-ask = { $channel }: المعاملات المنجزة في { $month }
figures-volumes-hint = عدد صحيح. أدخل 0 إذا لم يكن هناك شيء. اتركه فارغًا إذا كنت لا تعرف بعد.
figures-volumes-save = حفظ الأعداد
figures-volumes-saved = حُفظت الأعداد. تظهر في المؤشرات خلال بضع دقائق.
# في هذه الثلاثة $channel قناة
figures-volumes-error-whole = { $channel }: أدخل عددًا صحيحًا، مثل 1250
figures-volumes-error-most = { $channel }: أدخل عددًا لا يزيد على 10,000,000
figures-volumes-error-empty = { $channel }: أدخل عددًا. يمكنك تصحيح عدد في السجل، لا حذفه
figures-volumes-conflict = أدخل شخص آخر أعدادًا لهذا الشهر منذ أن فتحت الصفحة. لم يُحفظ شيء مما أدخلته. راجع الأعداد في السجل أدناه ثم احفظ مرة أخرى.
figures-volumes-record = ما أُدخل في السجل
figures-volumes-channel = القناة
figures-volumes-number = العدد
figures-volumes-by = أدخله
figures-volumes-at = متى
figures-volumes-counts = هل يُحتسب
figures-volumes-yes = نعم
figures-volumes-no = لا، صُحّح
