### ما تقوله الصفحة حين لا يمكن قبول إجابة.
### كل نص يظهر مرتين بالكلمات نفسها: في الملخص أعلى الصفحة وبجانب الخانة.
### ليست هنا رسائل للناس بالبريد، ولا عناوين صفحات.
###
### $called   ما يُطلب، كما يأتي بعد «أدخل»: اسمك الكامل
### $Called   الشيء نفسه في أول الجملة. تأتي بعده نقطتان، فلا يتغيّر الفعل بتذكيره وتأنيثه
### $n        مقدار، رقمًا
### $from $to حدّ، مكتوب بطريقة اللغة
### $example  إجابة تُقبل
### $list     عدة أشياء، مكتوبة بطريقة اللغة
### $option   نص خيار أو مربع

## لم يُجب عن شيء

# أيّ سؤال يُكتب جوابه
error-empty = أدخل { $called }
# واحد من عدة، أو بعض من عدة
error-empty-choice = اختر { $called }
# نعم أو لا. تأتي $called بعد «إذا»
error-empty-yes-no = اختر «نعم» إذا { $called }
# إقرار لم يُحدَّد
error-empty-declaration = حدّد المربع لتبيّن أنك توافق على الإقرار
# سؤال يُكتب جوابه وله مربع بدلًا من الإجابة
error-empty-or-tick = أدخل { $called }، أو اختر «{ $option }»
# كُتبت الإجابة وحُدّد المربع معًا
error-both-typed-and-ticked = أدخل { $called } أو اختر «{ $option }»، لا كليهما

## الخيارات

# ما أُرسل ليس من الخيارات
error-choice-not-offered = اختر { $called } من القائمة
# خيار يجب أن يكون وحده حُدّد مع غيره
error-choice-alone = اختر { $called }، أو اختر «{ $option }»
error-choice-too-few = { $n ->
    [one] اختر خيارًا واحدًا على الأقل: { $called }
    [two] اختر خيارين على الأقل: { $called }
    [few] اختر { $n } خيارات على الأقل: { $called }
    [many] اختر { $n } خيارًا على الأقل: { $called }
   *[other] اختر { $n } خيار على الأقل: { $called }
}
error-choice-too-many = { $n ->
    [one] اختر خيارًا واحدًا فقط: { $called }
    [two] اختر خيارين على الأكثر: { $called }
    [few] اختر { $n } خيارات على الأكثر: { $called }
    [many] اختر { $n } خيارًا على الأكثر: { $called }
   *[other] اختر { $n } خيار على الأكثر: { $called }
}
# بلد أو جنسية أو عملة ليست في القائمة
error-country-not-in-list = اختر بلدًا من القائمة
error-nationality-not-in-list = اختر جنسية من القائمة
error-currency-not-in-list = اختر عملة من القائمة

## النص

error-text-too-long-characters = { $n ->
    [one] { $Called }: اكتب حرفًا واحدًا على الأكثر
    [two] { $Called }: اكتب حرفين على الأكثر
    [few] { $Called }: اكتب { $n } أحرف على الأكثر
    [many] { $Called }: اكتب { $n } حرفًا على الأكثر
   *[other] { $Called }: اكتب { $n } حرف على الأكثر
}
error-text-too-long-words = { $n ->
    [one] { $Called }: اكتب كلمة واحدة على الأكثر
    [two] { $Called }: اكتب كلمتين على الأكثر
    [few] { $Called }: اكتب { $n } كلمات على الأكثر
    [many] { $Called }: اكتب { $n } كلمة على الأكثر
   *[other] { $Called }: اكتب { $n } كلمة على الأكثر
}
error-text-too-short-characters = { $n ->
    [one] { $Called }: اكتب حرفًا واحدًا على الأقل
    [two] { $Called }: اكتب حرفين على الأقل
    [few] { $Called }: اكتب { $n } أحرف على الأقل
    [many] { $Called }: اكتب { $n } حرفًا على الأقل
   *[other] { $Called }: اكتب { $n } حرف على الأقل
}
error-text-too-short-words = { $n ->
    [one] { $Called }: اكتب كلمة واحدة على الأقل
    [two] { $Called }: اكتب كلمتين على الأقل
    [few] { $Called }: اكتب { $n } كلمات على الأقل
    [many] { $Called }: اكتب { $n } كلمة على الأقل
   *[other] { $Called }: اكتب { $n } كلمة على الأقل
}
# نمط من الحروف والأرقام
error-text-pattern = { $Called }: استخدم الصيغة الصحيحة، مثل { $example }
# $list الأحرف التي تمنع القبول
error-text-must-not-include = { $Called }: لا تستخدم { $list }

## الأرقام، مع وحدة أو بدونها، والنسب المئوية

error-number-not-a-number = { $Called }: أدخل رقمًا، مثل { $example }
error-number-not-whole = { $Called }: أدخل عددًا صحيحًا، مثل { $example }
error-number-too-low = { $Called }: أدخل { $from } أو أكثر
error-number-too-high = { $Called }: أدخل { $to } أو أقل
# وُضع الحدّان
error-number-not-between = { $Called }: أدخل رقمًا بين { $from } و{ $to }
error-number-too-many-decimals = { $n ->
    [one] { $Called }: اكتب منزلة عشرية واحدة على الأكثر
    [two] { $Called }: اكتب منزلتين عشريتين على الأكثر
    [few] { $Called }: اكتب { $n } منازل عشرية على الأكثر
    [many] { $Called }: اكتب { $n } منزلة عشرية على الأكثر
   *[other] { $Called }: اكتب { $n } منزلة عشرية على الأكثر
}

## المبالغ

error-money-not-an-amount = { $Called }: أدخل مبلغًا من المال، مثل { $example }
error-money-not-whole = { $Called }: أدخل مبلغًا بلا كسور، مثل { $example }
error-money-too-low = { $Called }: أدخل { $from } أو أكثر
error-money-too-high = { $Called }: أدخل { $to } أو أقل
error-money-not-between = { $Called }: أدخل مبلغًا بين { $from } و{ $to }
error-money-too-many-decimals = { $n ->
    [one] { $Called }: اكتب منزلة عشرية واحدة على الأكثر
    [two] { $Called }: اكتب منزلتين عشريتين على الأكثر
    [few] { $Called }: اكتب { $n } منازل عشرية على الأكثر
    [many] { $Called }: اكتب { $n } منزلة عشرية على الأكثر
   *[other] { $Called }: اكتب { $n } منزلة عشرية على الأكثر
}

## التواريخ. يُذكر الناقص أولًا، ثم ما ليس تاريخًا، ثم الحدود

error-date-empty = أدخل { $called }
error-date-missing-day = { $Called }: أدخل اليوم
error-date-missing-month = { $Called }: أدخل الشهر
error-date-missing-year = { $Called }: أدخل السنة
error-date-missing-day-and-month = { $Called }: أدخل اليوم والشهر
error-date-missing-day-and-year = { $Called }: أدخل اليوم والسنة
error-date-missing-month-and-year = { $Called }: أدخل الشهر والسنة
error-date-not-real = { $Called }: أدخل تاريخًا حقيقيًا
error-date-short-year = اكتب السنة بأربعة أرقام
error-date-not-past = { $Called }: أدخل تاريخًا في الماضي
error-date-not-today-or-past = { $Called }: أدخل تاريخ اليوم أو تاريخًا في الماضي
error-date-not-future = { $Called }: أدخل تاريخًا في المستقبل
error-date-not-today-or-future = { $Called }: أدخل تاريخ اليوم أو تاريخًا في المستقبل
error-date-not-after = { $Called }: أدخل تاريخًا بعد { $from }
error-date-not-same-or-after = { $Called }: أدخل { $from } أو تاريخًا بعده
error-date-not-before = { $Called }: أدخل تاريخًا قبل { $to }
error-date-not-same-or-before = { $Called }: أدخل { $to } أو تاريخًا قبله
error-date-not-between = { $Called }: أدخل تاريخًا بين { $from } و{ $to }

## ما له صيغة خاصة

error-email-format = أدخل { $called } بالصيغة الصحيحة، مثل { $example }
error-phone-format = أدخل { $called } بالصيغة الصحيحة، مثل { $example }
error-postcode-format = أدخل { $called } بالصيغة الصحيحة، مثل { $example }
error-national-id-format = أدخل { $called } بالصيغة الصحيحة، مثل { $example }

## اسم شخص. يظهر بجانب جزء منه

error-name-title-too-long = اللقب: الحد الأقصى لعدد الأحرف { $n }
error-name-first-empty = أدخل الاسم الأول
error-name-first-too-long = الاسم الأول: الحد الأقصى لعدد الأحرف { $n }
error-name-middle-too-long = الأسماء الوسطى: الحد الأقصى لعدد الأحرف { $n }
error-name-last-empty = أدخل اسم العائلة
error-name-last-too-long = اسم العائلة: الحد الأقصى لعدد الأحرف { $n }

## عنوان بريدي. يظهر بجانب سطر منه

error-address-line-1-empty = أدخل السطر الأول من العنوان، مثل المبنى والشارع
error-address-line-1-too-long = السطر الأول من العنوان: الحد الأقصى لعدد الأحرف { $n }
error-address-line-2-too-long = السطر الثاني من العنوان: الحد الأقصى لعدد الأحرف { $n }
error-address-town-empty = أدخل المدينة أو البلدة
error-address-town-too-long = المدينة أو البلدة: الحد الأقصى لعدد الأحرف { $n }
error-address-county-too-long = المقاطعة: الحد الأقصى لعدد الأحرف { $n }
error-address-postcode-empty = أدخل الرمز البريدي
error-address-postcode-format = أدخل الرمز البريدي بالصيغة الصحيحة، مثل { $example }
error-address-postcode-too-long = الرمز البريدي: الحد الأقصى لعدد الأحرف { $n }
error-address-country-empty = اختر البلد

## الحفظ والعودة

# عنوان البريد الإلكتروني في الصفحة التي ترسل رابطًا
error-return-email-empty = أدخل عنوان بريد إلكتروني
error-return-email-format = أدخل عنوان بريد إلكتروني بالصيغة الصحيحة، مثل { $example }
error-return-code-empty = أدخل رمزك
error-return-code-format = أدخل رمزك بالصيغة الصحيحة، مثل { $example }
# $called السؤال الذي يؤكّد من هو الشخص
error-return-fact-empty = أدخل { $called }
error-return-word-empty = أدخل كلمتك
error-return-word-too-short = كلمتك: الحد الأدنى لعدد الأحرف { $n }
error-return-word-too-long = كلمتك: الحد الأقصى لعدد الأحرف { $n }
# المتابعة أو البدء من جديد
error-resume-empty = اختر هل تريد المتابعة أم البدء من جديد
# أعطى جهازان إجابتين
error-conflict-empty = اختر الإجابة التي تريد الاحتفاظ بها

## الآراء

error-satisfaction-empty = اختر مدى رضاك عن الخدمة
error-improve-too-long = كيف يمكننا التحسين: الحد الأقصى لعدد الأحرف { $n }
