# الصفحة الرئيسية
home-title = الرئيسية
home-hello = مرحبًا { $name }
home-my-tasks = مهامي
home-all-my-tasks = عرض جميع مهامي
home-no-tasks = لا شيء بانتظارك.
home-more-tasks =
    { $count ->
        [zero] ولا مهام أخرى
        [one] ومهمة أخرى
        [two] ومهمتان أخريان
        [few] و{ $count } مهام أخرى
        [many] و{ $count } مهمة أخرى
       *[other] و{ $count } مهمة أخرى
    }
home-company-tasks = في شركتك كلها
home-all-tasks = جميع المهام
home-see-tasks = عرض جميع المهام
home-nobodys-tasks = ليس لدى أحد مهمة بعد. أسند مهمة في صفحة «المهام».
home-all-news = عرض جميع أخبار الشركاء
home-all-events = عرض جميع فعاليات الشركاء
home-pages = الصفحات المتاحة لك
home-can-title = ما يمكنك فعله
home-can-text = يحدد ذلك أدوارُك ووضعُ شركتك.
home-can-all = الكل ({ $count })
home-can-more = من يقود شركتك
browser-firefox-extended = يبدو أن هذا هو إصدار الدعم الممتد من Firefox (الإصدار { $version })، وهو غير مدعوم في البوابة. استخدم الإصدار العادي من Firefox أو متصفحًا مبنيًا على Chromium.
browser-edge-legacy = لم يعد هذا الإصدار من Edge مدعومًا منذ { $since }. أنهت الشركة المنتجة دعمه في عام 2021، أما Edge الذي خلفه في يناير 2020 فيعمل جيدًا. يرجى الترقية.
browser-desktop-recommended = تعمل البوابة هنا، لكن استخدامها أسهل على الحاسوب المكتبي.
