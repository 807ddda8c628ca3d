# دليل الشركاء
partners-title = البحث عن شركاء
partners-text = شركات البرنامج التي يمكن إدراجها وترغب في ذلك. ابحث عن منتج أو مجال عميل أو مكان.
partners-words = كلمات البحث
partners-any = الكل
partners-country = البلد أو المنطقة
partners-product = يقدّم
partners-customer = يعمل لصالح
partners-qualification = المؤهل
partners-show = عرض
partners-found =
    { $count ->
        [zero] لا شركاء
        [one] شريك واحد
        [two] شريكان
        [few] { $count } شركاء
        [many] { $count } شريكًا
       *[other] { $count } شريك
    }
partners-none = لا يوجد شريك مدرج بعد.
partners-none-match = لا يوجد شريك مطابق. احذف كلمة أو عامل تصفية.
partners-website = الموقع الإلكتروني
partners-solutions = الحلول
partners-case-studies = دراسات الحالة
partners-products = المنتجات والخدمات
partners-qualifications = المؤهلات
partners-works-for = العملاء والمجالات
partners-locations = المواقع
