# الأخبار والفعاليات والموارد والجولات الإرشادية
news-title = أخبار الشركاء
news-lead = إطلاقات البوابة والخدمات والمواعيد المهمة: الأشهر الستة الماضية.
events-title = فعاليات الشركاء
events-lead = جميع الفعاليات القادمة، وفي مقدمتها ما يهم الشركاء كافة.
resources-title = الموارد
resources-lead = أدلة ومقاطع فيديو ومستندات وإجابات من البرنامج.
walkthroughs-title = الجولات الإرشادية
walkthroughs-lead = خطوة بخطوة في البوابة وفي أكثر الأعمال شيوعًا.
content-words = كلمات البحث
content-kind = النوع
content-delivery = طريقة الانعقاد
content-show = عرض
content-found =
    { $count ->
        [zero] لا إدخالات
        [one] إدخال واحد
        [two] إدخالان
        [few] { $count } إدخالات
        [many] { $count } إدخالًا
       *[other] { $count } إدخال
    }
content-none = لم يُنشر شيء بعد.
content-none-matches = لا توجد نتائج مطابقة. أزل أحد عوامل التصفية أو جرّب كلمة أخرى.
content-pinned = مثبّت
content-portal-launch = البوابة
content-service-launch = خدمة
content-deadline = موعد نهائي
content-webinar = ندوة عبر الإنترنت
content-workshop = ورشة عمل
content-summit = قمة
content-keynote = كلمة رئيسية
content-in-person = حضوري
content-virtual = عبر الإنترنت
content-both = حضوري وعبر الإنترنت
content-guide = دليل
content-video = فيديو
content-document = مستند
content-faq = سؤال
content-of-the-portal = إرشادات الاستخدام
content-steps =
    { $count ->
        [zero] بلا خطوات
        [one] خطوة واحدة
        [two] خطوتان
        [few] { $count } خطوات
        [many] { $count } خطوة
       *[other] { $count } خطوة
    }
content-day = تاريخ النشر
content-source = من
content-begins = البداية
content-ends = النهاية
content-place = المكان
content-more = قراءة المزيد
content-register = التفاصيل والتسجيل
content-open = فتح
content-step-open = الانتقال إلى الصفحة
