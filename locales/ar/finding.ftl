### كلمات البحث عن الملفات، ومن يمكنه رؤية ملف.

## البحث

finding-title = البحث
finding-answers-title = أو ابحث بالإجابات
finding-answers-say = تُعرض الملفات التي فيها كل ما تُدخله. يُبحث عن الاسم بكلماته كاملة، وعن كل ما عداه كما هو. اترك الباقي فارغًا.
finding-name = الاسم
finding-phone = رقم الهاتف
finding-postcode = الرمز البريدي
finding-national-id = رقم الهوية الوطنية
finding-surname = اسم العائلة
finding-born = تاريخ الميلاد
finding-born-hint = مع اسم العائلة، مثلًا 31 3 1980
finding-button = ابحث
finding-nothing-typed = أدخل رقمًا مرجعيًا، أو شيئًا يمكن البحث به عن ملف
finding-born-both = أدخل اسم العائلة وتاريخ الميلاد معًا، أو لا تُدخل أيًّا منهما
finding-born-wrong = أدخل تاريخ ميلاد حقيقيًا
finding-found-title = نتائج البحث
finding-none = لا يوجد ملف يمكنك رؤيته فيه كل هذا.
finding-again = ابحث عن شيء آخر
# بدلًا من اسم موظف، حين لا تعرضه القائمة
finding-somebody = شخص ما

## من يمكنه رؤية ملف

finding-access-title = من يمكنه رؤية هذا الملف
finding-back-to-case = العودة إلى الملف
finding-access-open = يمكن لكل من يتيح له دوره هذا الملف أن يراه.
finding-access-restricted = هذا الملف مقيّد. لا يراه إلا موظفون مسمَّون ومسؤولو الخدمة، ولا يظهر لغيرهم في أيّ قائمة أو بحث.
finding-access-named = قصر رؤية هذا الملف على هؤلاء الأشخاص وعليك
finding-access-named-hint = إذا لم تختر أحدًا، يكون الملف متاحًا لكل من يتيحه له دوره.
finding-access-button = حفظ من يمكنه رؤيته
finding-know-title = إذا كنت تعرف أحدًا في هذا الملف
finding-know-say = الأقارب والأصدقاء والزملاء: يجب أن يتولّى الملف شخص آخر. يعود الملف إلى قائمة الانتظار ولا تراه بعد ذلك. لا يمكنك التراجع عن هذا.
finding-know-button = أعرف أحدًا في هذا الملف
