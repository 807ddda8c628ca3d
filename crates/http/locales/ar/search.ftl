# البحث
search-title = البحث
search-empty = اكتب كلمة في الأعلى: اسم صفحة أو مهمة أو عميل أو مقال أو شخص من شركتك.
search-found =
    { $count ->
        [zero] لا يوجد ما يطابق فيما يمكنك فتحه. جرّب كلمة أقصر أو كلمة أخرى.
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
search-filters = أنواع السجلات
search-apply = تطبيق
search-clear = مسح عوامل التصفية
search-view-all = عرض الكل ({ $count })
search-view-less = عرض الخمسة الأوائل
search-help = مساعدة
search-too-long = هذا أطول مما يمكن البحث عنه. استخدم كلمات أقل.
search-type-page = الصفحات
search-type-opportunity = الفرص
search-type-lead = العملاء المحتملون
search-type-offering = الحلول
search-type-technical-validation = عمليات التحقق التقني
search-type-case-study = دراسات الحالة
search-type-device-listing = الأجهزة
search-type-workload = أحمال عمل Well-Architected
search-type-public-reference = المراجع العامة
search-type-program-application = طلبات الانضمام إلى البرامج
search-type-competency-application = طلبات الكفاءات
search-type-product = المنتجات والخدمات
search-type-task = المهام
search-type-case = طلبات الدعم
search-type-person = المستخدمون
search-type-guide = الأدلة
search-type-video = مقاطع الفيديو
search-type-document = المستندات
search-type-faq = الأسئلة
search-type-walkthrough = الجولات الإرشادية
search-type-news = الأخبار
search-type-event = الفعاليات
