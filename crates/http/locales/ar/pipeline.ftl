# الفرص والعملاء المحتملون
pipeline-opportunity-title = الفرص
pipeline-opportunity-back = جميع الفرص
pipeline-opportunity-called = فرصة
pipeline-opportunity-search-label = العنوان أو العميل أو الرقم
pipeline-opportunity-none = لا توجد فرص بعد. يظهر هنا ما تأتي به شركتك وما يُشارَك معها.
pipeline-opportunity-none-fit = لا توجد فرصة تطابق عوامل التصفية هذه.
pipeline-opportunity-new = فرصة جديدة
pipeline-opportunity-new-title = فرصة جديدة
pipeline-opportunity-new-text = يكفي العميل والعنوان للبداية. تكون أنت مالك الفرصة، وتقدّمها للمراجعة متى اكتملت.
pipeline-opportunity-new-button = إنشاء
pipeline-opportunity-created = تم إنشاء الفرصة. لم تُقدَّم بعد.
pipeline-opportunity-report-title = خط المبيعات بالأرقام
pipeline-opportunity-bulk-title = الفرص من الملفات
pipeline-opportunity-bulk-import-hint = يصبح كل صف فرصة جديدة تملكها أنت.
pipeline-opportunity-bulk-update-hint = يغيّر كل صف الفرصة التي يرد معرّفها في العمود «id». تبقى الأعمدة غير الموجودة في الملف كما هي، وتُفرغ الخلية الفارغة حقلها.
pipeline-opportunity-bulk-transfer-hint = ينقل كل صف الفرصة الواردة في العمود «id» إلى الشخص الذي يرد بريده الإلكتروني في العمود «owner».

pipeline-lead-title = العملاء المحتملون
pipeline-lead-back = جميع العملاء المحتملين
pipeline-lead-called = عميل محتمل
pipeline-lead-search-label = العميل أو جهة الاتصال أو الحملة
pipeline-lead-none = لم يُشارَك أي عميل محتمل مع شركتك بعد. يظهر الجدد هنا، ويصل بريد إلى من يشرف على خط المبيعات.
pipeline-lead-none-fit = لا يوجد عميل محتمل يطابق عوامل التصفية هذه.
pipeline-lead-report-title = العملاء المحتملون والحملات
pipeline-lead-bulk-title = العملاء المحتملون من الملفات
pipeline-lead-bulk-transfer-hint = ينقل كل صف العميل المحتمل الوارد في العمود «id» إلى الشخص الذي يرد بريده الإلكتروني في العمود «owner».

# القوائم
pipeline-report = بالأرقام
pipeline-files = العمل بالملفات
pipeline-download = تنزيل بصيغة CSV
pipeline-show = عرض
pipeline-clear = مسح عوامل التصفية
pipeline-shown = { $first }–{ $last } من { $total }
pipeline-filter-all = الكل
pipeline-filter-stage = المرحلة
pipeline-filter-review = المراجعة
pipeline-filter-origin = المصدر
pipeline-filter-status = المشاركة
pipeline-filter-owner = المالك
pipeline-due-from = الإغلاق من
pipeline-due-until = الإغلاق حتى
pipeline-sort-title = العنوان
pipeline-sort-customer = العميل
pipeline-sort-stage = المرحلة
pipeline-sort-status = الحالة
pipeline-sort-owner = المالك
pipeline-sort-target-close-date = تاريخ الإغلاق
pipeline-sort-region = المنطقة
pipeline-sort-last-modified-date = تاريخ التغيير
pipeline-nobody = لا أحد بعد
pipeline-owner-me = أنا
pipeline-unknown = غير معروف

# الحالات
pipeline-stage-prospect = محتملة
pipeline-stage-qualified = مؤهلة
pipeline-stage-technical-validation = التحقق التقني
pipeline-stage-business-validation = التحقق التجاري
pipeline-stage-committed = ملتزَم بها
pipeline-stage-launched = منطلقة
pipeline-stage-closed-lost = مغلقة خاسرة
pipeline-review-pending-submission = لم تُقدَّم
pipeline-review-submitted = مقدَّمة
pipeline-review-in-review = قيد المراجعة
pipeline-review-approved = موافق عليها
pipeline-review-rejected = مستبعدة
pipeline-review-action-required = سؤال مفتوح
pipeline-status-pending = بانتظار الرد
pipeline-status-accepted = مقبولة
pipeline-status-rejected = مرفوضة
pipeline-status-expired = منتهية المدة
pipeline-origin-aws-referral = البرنامج
pipeline-origin-partner-referral = شركتك
pipeline-involvement = ما تريده
pipeline-involvement-co-sell = البيع معًا
pipeline-involvement-for-visibility-only = الإعلام بها فقط
pipeline-visibility = ما يراه مندوبو مبيعات البرنامج
pipeline-visibility-full = كل شيء
pipeline-visibility-limited = القليل

# إدخال واحد
pipeline-overview = نظرة عامة
pipeline-owner = المالك
pipeline-origin = المصدر
pipeline-created = تاريخ الإنشاء
pipeline-changed = تاريخ التغيير
pipeline-past-steps = الخطوات التالية حتى الآن
pipeline-history = السجل الزمني
pipeline-by-programme = البرنامج
pipeline-notice-not-submitted = لم تُقدَّم هذه الفرصة بعد، فلا يراها البرنامج.
pipeline-notice-in-review = تبقى حقول هذه الفرصة كما هي ما دام البرنامج يراجعها.
pipeline-notice-question = يحتاج البرنامج إلى معرفة المزيد. { $reason }: { $comments } عدّل الفرصة للإجابة، ثم تعود إلى المراجعة.
pipeline-notice-turned-down = استبعد البرنامج هذه الفرصة: { $reason }
pipeline-notice-pending = تمت مشاركة هذا مع شركتك. اقبله للعمل عليه أو ارفضه.
pipeline-notice-pending-until = تمت مشاركة هذا مع شركتك. اقبله للعمل عليه أو ارفضه قبل { $end }.
pipeline-notice-rejected = رفضت شركتك هذا: { $reason }
pipeline-notice-expired = لم يرد أحد في الموعد، فلم يعد القبول ممكنًا.
pipeline-event-opportunity-created = أُنشئت لصالح { $owner }
pipeline-event-opportunity-shared = شوركت مع { $owner }
pipeline-event-opportunity-submitted = قُدّمت للمراجعة
pipeline-event-opportunity-edited = عُدّلت
pipeline-event-opportunity-transferred = نُقلت إلى { $owner }
pipeline-event-opportunity-accepted = قُبلت لصالح { $owner }
pipeline-event-opportunity-rejected = رُفضت
pipeline-event-opportunity-review-started = بدأت المراجعة
pipeline-event-opportunity-approved = تمت الموافقة عليها
pipeline-event-opportunity-disqualified = استُبعدت
pipeline-event-opportunity-information-requested = طُرح سؤال
pipeline-event-lead-shared = شورك مع { $owner }
pipeline-event-lead-accepted = قُبل لصالح { $owner }
pipeline-event-lead-rejected = رُفض
pipeline-event-lead-edited = عُدّل
pipeline-event-lead-transferred = نُقل إلى { $owner }
pipeline-event-fields = ما تغير: { $fields }

# الخطوات
pipeline-do-accept = قبول
pipeline-do-reject = رفض
pipeline-do-submit = تقديم
pipeline-do-edit = تعديل
pipeline-do-transfer = نقل
pipeline-edit-title = تعديل { $title }
pipeline-edit-contended = غيّر شخص آخر هذا أثناء كتابتك. ما كتبته لا يزال هنا. إذا حفظته الآن، حل محل تغييراته؛ ولرؤيتها أولًا افتح الإدخال في نافذة أخرى.
pipeline-saved = تم حفظ تغييراتك.
pipeline-unchanged = لم يكن هناك ما يُغيَّر.
pipeline-submit-title = تقديم { $title }
pipeline-submit-text = يراجع البرنامج الفرصة بعد ذلك. ولا يمكن تغيير حقولها حتى يتخذ قراره.
pipeline-co-sell-hint = يعمل عليها معك مندوبو مبيعات البرنامج.
pipeline-visibility-only-hint = يعلم بها البرنامج ولا يتدخل فيها.
pipeline-full-hint = يقرأ مندوبو مبيعاته جميع الحقول.
pipeline-limited-hint = لا يقرأ مندوبو مبيعاته إلا ما يلزم لتجنب التعارض.
pipeline-submitted = تم تقديم الفرصة، وهي بانتظار المراجعة.
pipeline-accept-title = قبول { $title }
pipeline-accept-text = تتولى شركتك الأمر، ويكون { $owner } هو المالك. لا يمكن الرفض بعد ذلك.
pipeline-accepted = تم القبول. يمكنك العمل عليه الآن.
pipeline-reject-title = رفض { $title }
pipeline-reject-text = لا تتولى شركتك الأمر. ولا يمكن القبول بعد ذلك إلا إذا شاركه البرنامج من جديد.
pipeline-reason = السبب
pipeline-reason-hint = يقرؤه البرنامج.
pipeline-rejected = تم الرفض.
pipeline-transfer-title = نقل { $title }
pipeline-transfer-text = اختر المالك الجديد. لا يمكن اختيار إلا من لديه حق الوصول وتسمح أدواره بامتلاك الفرص والعملاء المحتملين.
pipeline-transfer-to = المالك الجديد
pipeline-transfer-from = المالك حتى الآن
pipeline-transfer-keeps = يصبح { $to } المالك من الآن. ويظل بإمكانك العرض والتعديل.
pipeline-transfer-loses = يصبح { $to } المالك من الآن. ولن يظهر لك بعد ذلك.
pipeline-transfer-confirm = تأكيد النقل
pipeline-transfer-other = اختيار شخص آخر
pipeline-transferred = انتقلت ملكية { $title } إلى { $to }.

# الملفات
pipeline-bulk-get = الحصول على ملف
pipeline-bulk-export-text = كل ما يمكنك رؤيته، لتعديله وإعادة إرساله كتحديث
pipeline-bulk-template-text = عناوين الأعمدة للاستيراد، دون صفوف
pipeline-bulk-template = تنزيل عناوين الأعمدة
pipeline-bulk-send = إرسال ملف
pipeline-bulk-text = ترى ما سيفعله كل صف قبل أن يتغير أي شيء.
pipeline-bulk-what = الغرض من الملف
pipeline-bulk-import = استيراد
pipeline-bulk-update = تحديث
pipeline-bulk-transfer = نقل
pipeline-bulk-mode = إذا كانت في الصفوف أخطاء
pipeline-bulk-all = قبول جميع الصفوف أو لا شيء
pipeline-bulk-all-hint = صف خاطئ واحد يكفي لئلا يتغير شيء.
pipeline-bulk-good = قبول الصفوف السليمة
pipeline-bulk-good-hint = تُدرج الصفوف الخاطئة في قائمة وتُستثنى.
pipeline-bulk-file = ملف CSV
pipeline-bulk-limits = UTF-8، عناوين الأعمدة في الصف الأول، وبحد أقصى { $rows } من الصفوف و{ $kilobytes } كيلوبايت.
pipeline-bulk-look = معاينة أولًا
pipeline-bulk-no-file = اختر ملفًا.
pipeline-bulk-not-utf8 = يتضمن السطر { $line } بايتات ليست بترميز UTF-8. احفظ الملف بترميز UTF-8 وأرسله من جديد.
pipeline-bulk-unreadable = تتعذر قراءة الملف. لم يتغير شيء.
pipeline-bulk-gone = تم استيعاب هذا الملف بالفعل أو بقي هنا أطول مما يجب. أرسله من جديد إذا كنت لا تزال بحاجة إليه.
pipeline-bulk-preview-title = ما سيغيّره الملف
pipeline-bulk-preview = لم يتغير شيء بعد.
pipeline-bulk-held = في بعض الصفوف أخطاء، وقد طلبت قبول جميع الصفوف أو لا شيء. أصلح الملف وأرسله من جديد. لم يتغير شيء.
pipeline-bulk-nothing = لا يغيّر الملف شيئًا: كل ما فيه كذلك بالفعل أو فيه أخطاء.
pipeline-bulk-confirm =
    { $count ->
        [zero] لا تغييرات
        [one] تنفيذ هذا التغيير
        [two] تنفيذ هذين التغييرين
        [few] تنفيذ { $count } تغييرات
        [many] تنفيذ { $count } تغييرًا
       *[other] تنفيذ { $count } تغيير
    }
pipeline-bulk-changed = غيّر شخص ما شيئًا في هذه الأثناء، وأصبح الملف يفعل شيئًا آخر. عاين مرة أخرى قبل التأكيد. لم يتغير شيء.
pipeline-bulk-done-title = تم استيعاب الملف
pipeline-bulk-done = هذا ما حدث، صفًا صفًا.
pipeline-bulk-again = إرسال ملف آخر
pipeline-bulk-ignored = لا معنى لهذه الأعمدة هنا، فتم تجاهلها:
pipeline-bulk-rows = الصفوف
pipeline-count-created =
    { $count ->
        [zero] لا إدخالات جديدة
        [one] إدخال جديد واحد
        [two] إدخالان جديدان
        [few] { $count } إدخالات جديدة
        [many] { $count } إدخالًا جديدًا
       *[other] { $count } إدخال جديد
    }
pipeline-count-updated =
    { $count ->
        [zero] لا تحديثات
        [one] تحديث واحد
        [two] تحديثان
        [few] { $count } تحديثات
        [many] { $count } تحديثًا
       *[other] { $count } تحديث
    }
pipeline-count-transferred =
    { $count ->
        [zero] لا عمليات نقل
        [one] عملية نقل واحدة
        [two] عمليتا نقل
        [few] { $count } عمليات نقل
        [many] { $count } عملية نقل
       *[other] { $count } عملية نقل
    }
pipeline-count-unchanged =
    { $count ->
        [zero] لا صفوف بلا تغيير
        [one] صف واحد بلا تغيير
        [two] صفان بلا تغيير
        [few] { $count } صفوف بلا تغيير
        [many] { $count } صفًا بلا تغيير
       *[other] { $count } صف بلا تغيير
    }
pipeline-count-refused =
    { $count ->
        [zero] لا صفوف فيها أخطاء
        [one] صف واحد فيه أخطاء
        [two] صفان فيهما أخطاء
        [few] { $count } صفوف فيها أخطاء
        [many] { $count } صفًا فيها أخطاء
       *[other] { $count } صف فيها أخطاء
    }
pipeline-row-created = جديد
pipeline-row-updated = محدَّث
pipeline-row-transferred = منقول
pipeline-row-unchanged = كما هو
pipeline-row-refused = مستثنى
pipeline-row-to = إلى { $to }
pipeline-cell-fault = العمود { $column }، { $field }: { $fault }
pipeline-line = السطر
pipeline-column = العمود
pipeline-heading = عنوان العمود
pipeline-wrong = الخطأ
pipeline-outcome = النتيجة
pipeline-details = التفاصيل

# التقارير
pipeline-report-as-of = حتى { $moment }
pipeline-report-total =
    { $count ->
        [zero] لا فرص
        [one] فرصة واحدة
        [two] فرصتان
        [few] { $count } فرص
        [many] { $count } فرصة
       *[other] { $count } فرصة
    }
pipeline-report-funnel = العملاء المحتملون: { $leads }. الحملات: { $campaigns }.
pipeline-report-by-stage = حسب المرحلة
pipeline-report-by-review = حسب المراجعة
pipeline-report-by-owner = حسب المالك
pipeline-report-by-channel = العملاء المحتملون حسب نوع الحملة
pipeline-report-by-region = حسب المنطقة ونوع الحملة
pipeline-report-count = الفرص
pipeline-report-monthly = المتوقع شهريًا
pipeline-report-leads = العملاء المحتملون
pipeline-report-accepted = المقبول
pipeline-report-campaigns = الحملات
pipeline-advice = يعمل { $name } على إدخالاته فقط. ويكفيه لذلك الدور { $instead } بدلًا من { $role }.

# النماذج
pipeline-more = إضافة آخر
pipeline-needed = لا يمكن تركه فارغًا.
pipeline-not-said = غير مذكور
pipeline-several-hint = تُفصل القيم المتعددة بفاصلة منقوطة.
pipeline-field-of = { $group } { $n }: { $field }
pipeline-group-customer = العميل
pipeline-group-contacts = جهات الاتصال لدى العميل
pipeline-group-project = المشروع
pipeline-group-sale = مدى التقدم
pipeline-group-spend = ما سينفقه العميل
pipeline-group-spend-hint = يلزم مبلغ واحد على الأقل قبل تقديم الفرصة.
pipeline-group-more = المزيد عن المشروع
pipeline-group-marketing = التسويق
pipeline-group-software = سعر البرمجيات
pipeline-group-team = فريقك
pipeline-group-interactions = ما قام به العميل المحتمل
pipeline-field-customer-account-company-name = الشركة
pipeline-field-customer-account-industry = القطاع
pipeline-field-customer-account-other-industry = القطاع بكلماتك
pipeline-field-customer-account-other-industry-hint = فقط إذا كان القطاع «أخرى».
pipeline-field-customer-account-website-url = الموقع الإلكتروني
pipeline-field-customer-account-address-country-code = البلد
pipeline-field-customer-account-address-postal-code = الرمز البريدي
pipeline-field-customer-account-address-city = المدينة
pipeline-field-customer-account-address-state-or-region = الولاية أو المنطقة
pipeline-field-customer-account-address-street-address = الشارع والرقم
pipeline-field-customer-account-aws-account-id = الحساب السحابي
pipeline-field-customer-account-aws-account-id-hint = اثنا عشر رقمًا.
pipeline-field-customer-account-duns = رقم D-U-N-S
pipeline-field-customer-account-duns-hint = تسعة أرقام.
pipeline-field-project-title = العنوان
pipeline-field-project-customer-business-problem = مشكلة العميل وكيف تساعده
pipeline-field-project-customer-business-problem-hint = من 20 إلى 2,000 حرف.
pipeline-field-project-customer-use-case = نوع حمل العمل
pipeline-field-opportunity-type = نوع الصفقة
pipeline-field-project-delivery-models = كيف يصل الحل إلى العميل
pipeline-field-project-sales-activities = ما تم حتى الآن
pipeline-field-primary-needs-from-aws = المساعدة التي تطلبها
pipeline-field-project-other-solution-description = ما تقدمه
pipeline-field-project-other-solution-description-hint = إذا لم يكن من حلولك المدرجة.
pipeline-field-region = المنطقة
pipeline-field-partner-opportunity-identifier = الرقم في نظامك
pipeline-field-life-cycle-stage = المرحلة
pipeline-field-life-cycle-target-close-date = تاريخ الإغلاق
pipeline-field-life-cycle-next-steps = الخطوات التالية
pipeline-field-life-cycle-closed-lost-reason = سبب الخسارة
pipeline-field-life-cycle-closed-lost-reason-hint = فقط مع المرحلة «مغلقة خاسرة».
pipeline-field-project-expected-contract-duration-value = مدة العقد
pipeline-field-project-expected-contract-duration-term = وحدة مدة العقد
pipeline-field-project-competitor-name = المنافس
pipeline-field-project-other-competitor-names = منافسون آخرون
pipeline-field-project-other-competitor-names-hint = فقط إذا كان المنافس «أخرى».
pipeline-field-project-apn-programs = البرامج التي أتت بها
pipeline-field-national-security = مسألة أمن وطني
pipeline-field-national-security-hint = للعملاء الحكوميين فقط.
pipeline-field-project-related-opportunity-identifier = تابعة للفرصة
pipeline-field-project-related-opportunity-identifier-hint = رقمها، مثل O1234567.
pipeline-field-related-entity-identifiers-solutions = الحلول
pipeline-field-related-entity-identifiers-solutions-hint = أرقامها، مثل S-0000001؛ تُفصل القيم المتعددة بفاصلة منقوطة.
pipeline-field-related-entity-identifiers-aws-products = المنتجات السحابية
pipeline-field-related-entity-identifiers-aws-marketplace-offers = عروض Marketplace
pipeline-field-project-additional-comments = أي شيء آخر
pipeline-field-marketing-source = أتى بها التسويق
pipeline-field-marketing-campaign-name = الحملة
pipeline-field-marketing-aws-funding-used = مموّلة من أموال البرنامج
pipeline-field-marketing-channels = نوع الحملة
pipeline-field-marketing-use-cases = موضوع الحملة
pipeline-field-software-revenue-delivery-model = طريقة الدفع
pipeline-field-software-revenue-value-amount = المبلغ
pipeline-field-software-revenue-value-amount-hint = مثل 1200.50.
pipeline-field-software-revenue-value-currency-code = العملة
pipeline-field-software-revenue-effective-date = من
pipeline-field-software-revenue-expiration-date = حتى
pipeline-field-customer-company-name = الشركة
pipeline-field-customer-industry = القطاع
pipeline-field-customer-website-url = الموقع الإلكتروني
pipeline-field-customer-address-country-code = البلد
pipeline-field-customer-address-postal-code = الرمز البريدي
pipeline-field-customer-address-city = المدينة
pipeline-field-customer-address-state-or-region = الولاية أو المنطقة
pipeline-field-customer-address-street-address = الشارع والرقم
pipeline-field-customer-aws-maturity = الخبرة بالسحابة
pipeline-field-customer-market-segment = شريحة السوق
pipeline-field-qualification-status = احتمالات النجاح
pipeline-field-part-first-name = الاسم الأول
pipeline-field-part-last-name = اسم العائلة
pipeline-field-part-business-title = المنصب
pipeline-field-part-email = البريد الإلكتروني
pipeline-field-part-phone = الهاتف
pipeline-field-part-phone-hint = مع رقم البلد أولًا، مثل {"\u2066"}+34600000000{"\u2069"}.
pipeline-field-part-amount = المبلغ
pipeline-field-part-amount-hint = مثل 1200.50.
pipeline-field-part-currency-code = العملة
pipeline-field-part-frequency = التكرار
pipeline-field-part-target-company = الجهة التي يُنفق لديها
pipeline-field-part-estimation-url = عنوان التقدير
pipeline-field-part-interaction-date = التاريخ
pipeline-field-part-customer-action = ما قام به
pipeline-field-part-business-problem = مشكلته
pipeline-field-part-usecase = الموضوع
pipeline-field-part-source-type = نوع المصدر
pipeline-field-part-source-name = المصدر
pipeline-field-part-source-id = رقم المصدر

# أخطاء الحقول والصفوف
fault-unknown-value = ليست هذه من القيم التي يمكن اختيارها.
fault-bad-form = ليس هذا بالصيغة المطلوبة.
fault-not-a-date = أدخل تاريخًا، مثل {"\u2066"}2026-03-01{"\u2069"}.
fault-not-an-amount = أدخل مبلغًا، مثل 1200.50.
fault-not-a-number = أدخل عددًا صحيحًا.
fault-in-the-past = مضى هذا اليوم.
fault-before-start = تسبق النهاية البداية.
fault-only-with-other = فقط عند اختيار «أخرى».
fault-only-for-government = للعملاء الحكوميين فقط.
fault-only-when-lost = فقط مع المرحلة «مغلقة خاسرة».
fault-not-to-be-submitted = لا يمكن تقديم فرصة محتملة أو خاسرة.
fault-locked-in-review = ما دام سؤال البرنامج مفتوحًا، يبقى هذا كما قُدّم.
fault-not-an-id = هذا ليس معرّفًا.
fault-exists-already = هذا موجود بالفعل.
fault-twice-in-file = يذكر صف آخر الإدخال نفسه.
fault-changed-meanwhile = تغيّر هذا بعد تنزيل الملف.
fault-no-headings = ليس للملف عناوين أعمدة.
fault-unknown-heading = لا يوجد حقل كهذا.
fault-heading-twice = يرد عنوان العمود هذا مرتين.
fault-heading-missing = هذا العمود ناقص.
fault-too-many-columns = عدد الأعمدة أكثر مما يجب.
fault-wrong-number-of-cells = عدد خلايا الصف لا يساوي عدد عناوين الأعمدة.
fault-quote-not-closed = تُفتح هنا علامة اقتباس ولا تُغلق.

# أسباب الرفض
refusal-pipeline-invalid-file = في الملف أخطاء. لم يتغير شيء.
refusal-pipeline-file-too-large = الملف أكبر مما يجب: الحد الأقصى { $most } بايت.
refusal-pipeline-too-many-rows = الصفوف أكثر مما يجب: الحد الأقصى { $most }.
refusal-pipeline-company-missing = لا توجد شركة كهذه.
refusal-pipeline-entry-missing = لا يوجد إدخال كهذا. ربما يخص شركة أخرى، أو أن في العنوان خطأ.
refusal-pipeline-entry-exists = هذا الإدخال موجود بالفعل.
refusal-pipeline-not-owner = هذا الإدخال لشخص آخر، ولا تشمل أدوارك إلا ما تملكه. يمكن لمالكه أو لمن يشرف على خط المبيعات نقله إليك.
refusal-pipeline-review-locked = لا يمكن تغيير هذه الفرصة ما دامت حالة مراجعتها «{ $status }».
refusal-pipeline-wrong-review-status = لا تناسب هذه الخطوة وضع المراجعة الحالي.
refusal-pipeline-not-shared = لم تتم مشاركة هذا مع شركتك، فلا يوجد ما يُقبل أو يُرفض.
refusal-pipeline-share-not-accepted = اقبل هذا أولًا، ثم يمكنك العمل عليه.
refusal-pipeline-share-answered = تم قبول هذا أو رفضه بالفعل.
refusal-pipeline-share-rejected = رفضت شركتك هذا، فيبقى كما هو.
refusal-pipeline-share-expired = انتهت مهلة الرد.
refusal-pipeline-member-missing = لا يوجد شخص كهذا في شركتك.
refusal-pipeline-target-not-active = لم يعد لهذا الشخص حق الوصول.
refusal-pipeline-target-cannot-own = لا يسمح أي من أدوار هذا الشخص بامتلاك الفرص والعملاء المحتملين.
refusal-pipeline-already-owner = هذا الشخص هو المالك بالفعل.
refusal-pipeline-operation-not-offered = لا تنفذ البوابة هذا بالملفات.
fault-not-a-time = أدخل وقتًا، مثل {"\u2066"}2026-03-01T09:00:00Z{"\u2069"}.
