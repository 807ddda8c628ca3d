# مدير الشارات
badges-title = مدير الشارات
badges-text = صور لما حققته شركتك، تحمل اسمها، لموقعك وعروضك التقديمية. تُرسم في كل مرة وفق وضع شركتك الحالي، فنزّلها من جديد عندما يتغير.
badges-none = ترتبط الشارات بالمرحلة التي بلغتها شركتك. لا توجد شارات بعد.
badge-label = { $over }: { $title }. { $company }
badge-look-dark = داكن
badge-look-light = فاتح
badge-look-outline = بلا خلفية
badge-download = تنزيل (SVG)
badge-png = الحفظ بصيغة PNG
