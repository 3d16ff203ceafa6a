### المستندات التي تصل بعد الطلب.

documents-within = في غضون { $length } من تقديم الطلب
documents-send-within = إذا لم ترسله الآن، فيجب أن يصلنا في غضون { $length } من تقديم الطلب.
documents-to-come = مستندات ستصل
documents-due = { $document }، بحلول { $date }
