### كلمات الصفحات التي يُستورد فيها نموذج من نظام آخر.

importing-title = استيراد نموذج من نظام آخر
importing-lead = إن كان لديك نموذج في نظام آخر فيمكن أن يصبح مسودة هنا، مع تقرير عمّا صار إليه كل سؤال.
importing-link = استورد نموذجًا
importing-say = اختر نموذجًا محفوظًا في ملف. يصبح خدمة يمكنك معاينتها، مع تقرير عمّا صار إليه كل شيء.
importing-safe = لا يُتصل بأيّ عنوان أو مفتاح في النموذج، ولا يصبح أي شيء معمولًا به بمجرد استيراده.
importing-from = من أيّ نظام جاء النموذج؟
importing-from-xgov = XGov Digital Form Builder
importing-from-xgov-hint = تستخدمه جهات عدة في المملكة المتحدة، بالإصدار 1 أو 2. ينتهي اسم الملف بـ ‎.json
importing-from-defra = Defra Forms
importing-from-defra-hint = من وزارة البيئة في المملكة المتحدة. ينتهي اسم الملف بـ ‎.json أو ‎.yaml
importing-from-gcforms = GC Forms
importing-from-gcforms-hint = من حكومة كندا، بالإنجليزية والفرنسية. ينتهي اسم الملف بـ ‎.json
importing-from-nav = نماذج NAV
importing-from-nav-hint = من إدارة الرعاية في النرويج، وهي مصنوعة بـ Form.io. ينتهي اسم الملف بـ ‎.json، والترجمات ملفات منفصلة
importing-shape = ما الذي تستورده؟
importing-shape-one = نموذج واحد
importing-shape-one-hint = ملف واحد، مع ملفات ترجماته إن وُجدت
importing-shape-many = طلب من ملفات كثيرة
importing-shape-many-hint = كل ملف جزء منه، مثل التكاليف أو جهات الاتصال. تصبح كلها خدمة واحدة لها قائمة مهام
importing-file = الملفات
importing-file-hint = يمكنك اختيار عدة ملفات معًا: لا تزيد على { $files } من الملفات، ولا يزيد كل منها على { $megabytes } ميغابايت، ولا تزيد معًا على { $all } ميغابايت.
importing-button = استورد
importing-found = ما حال دون ذلك
importing-error-from = اختر النظام الذي جاء منه النموذج
importing-error-shape = اختر إن كان نموذجًا واحدًا أو طلبًا من ملفات كثيرة
importing-error-file = اختر ملف النموذج
importing-error-many-files = اختر ما لا يزيد على { $files } من الملفات
importing-error-large = يجب ألا يزيد كل ملف على { $megabytes } ميغابايت، وألا تزيد الملفات معًا على { $all } ميغابايت
importing-error-not-json = الملف الذي اخترته { $name } ليس بصيغة JSON. احفظ النموذج من نظامه مرة أخرى واختر ذلك الملف
importing-error-many-forms = { $n ->
    [zero] لم تختر نموذجًا
    [one] اخترت نموذجًا واحدًا. اختر ملفه وحده
    [two] اخترت نموذجين. اختر واحدًا منهما مع ترجماته، أو اختر «طلب من ملفات كثيرة»
    [few] اخترت { $n } نماذج. اختر واحدًا منها مع ترجماته، أو اختر «طلب من ملفات كثيرة»
    [many] اخترت { $n } نموذجًا. اختر واحدًا منها مع ترجماته، أو اختر «طلب من ملفات كثيرة»
   *[other] اخترت { $n } نموذج. اختر واحدًا منها مع ترجماته، أو اختر «طلب من ملفات كثيرة»
}
importing-error-asks-nothing = النموذج الذي اخترته لا يسأل عن شيء، فلا يمكن أن تنشأ منه خدمة. اختر نموذجًا فيه أسئلة
importing-error-other = يبدو أن الملف الذي اخترته نموذج من نظام آخر: { $system }. اختر ذلك النظام واختر الملف مرة أخرى
importing-error-nothing = الملف الذي اخترته ليس نموذجًا من النظام الذي اخترته. اختر نظامًا آخر أو ملفًا آخر
importing-of = ما صار إليه «{ $title }»
importing-passes = الخدمة التي نشأت منه تجتاز الفحص: يمكن معاينتها كما هي.
importing-fails = وجد الفحص أخطاء في الخدمة التي نشأت منه، فلا يمكن معاينتها بعد. نزّل مجلدها وصححها.
importing-warning = تحذير
importing-kept-until = تُحفظ هذه الصفحة لك وحدك حتى { $moment }.
importing-counts = باختصار
importing-files = الملفات
importing-files-count = { $n ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $n } ملفات
    [many] { $n } ملفًا
   *[other] { $n } ملف
}
importing-lines = { $n ->
    [zero] لا شيء
    [one] شيء واحد
    [two] شيئان
    [few] { $n } أشياء
    [many] { $n } شيئًا
   *[other] { $n } شيء
}
importing-more = { $n ->
    [zero] لا مزيد في التقرير الذي يمكنك تنزيله.
    [one] واحد آخر في التقرير الذي يمكنك تنزيله.
    [two] اثنان آخران في التقرير الذي يمكنك تنزيله.
    [few] { $n } أخرى في التقرير الذي يمكنك تنزيله.
    [many] { $n } أخرى في التقرير الذي يمكنك تنزيله.
   *[other] { $n } أخرى في التقرير الذي يمكنك تنزيله.
}
importing-findings = الأخطاء التي وجدها الفحص
importing-keep = حفظها
importing-keep-say = تُحفظ إصدارًا مسودة، ويبقى ذلك مسجلًا باسمك. لا يستطيع أحد التقديم من خلالها حتى تنشرها.
importing-place = ماذا ينبغي أن تصبح؟
importing-place-new = خدمة جديدة لجهة { $organisation }
importing-place-of = إصدارًا من «{ $title }» ({ $service })
importing-name = عنوان خدمة جديدة
importing-name-hint = بأحرف لاتينية صغيرة بلا علامات، وأرقام وشرطات. يصبح جزءًا من عنوان الويب.
importing-keep-preview = احفظها مسودة وافتح المعاينة
importing-keep-button = احفظها مسودة
importing-error-place = اختر ما ينبغي أن تصبح
importing-error-name = أدخل عنوانًا بأحرف لاتينية صغيرة بلا علامات، وأرقام وشرطات، لا يزيد على 60 حرفًا
importing-error-taken = توجد خدمة لها هذا العنوان. أدخل عنوانًا آخر
importing-error-not-clean = وجد الفحص أخطاء فيها، فلا يمكن حفظها
importing-take = تنزيلها
importing-take-say = لتصحيح الخدمة وإكمالها، فُكّ ضغط مجلدها، وغيّر ملفاته، ثم أضف المجلد إصدارًا آخر.
importing-take-folder = مجلد الخدمة (ZIP)
importing-take-report = التقرير (JSON)
importing-lines-title = ما صار إليه كل شيء
importing-carried = نُقل
importing-carried-say = هو موجود، وله المعنى نفسه.
importing-approximated = نُقل تقريبًا
importing-approximated-say = يوجد ما هو قريب منه. تحقق إن كان قريبًا بما يكفي.
importing-not-possible = غير ممكن
importing-not-possible-say = ليس موجودًا، لهذا السبب.
importing-left-out = تُرك
importing-left-out-say = لم يكن يفعل شيئًا، أو يحدث ذلك هنا من تلقاء نفسه.
importing-untidy = غير مرتب في النموذج
importing-untidy-say = النموذج يناقض نفسه هنا. قُرئ على الوجه الأرجح.
importing-to-complete = للإكمال
importing-to-complete-say = لا يذكره النموذج. عليك أن تذكره قبل أن تصبح الخدمة معمولًا بها.
importing-another = استورد نموذجًا آخر
