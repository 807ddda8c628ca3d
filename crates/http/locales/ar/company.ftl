# إدارة المستخدمين والشركة والملف الشخصي
users-title = إدارة المستخدمين
users-back = العودة إلى المستخدمين
tabs-label = إدارة المستخدمين
tab-users = المستخدمون
tab-partner-roles = أدوار Partner Central
tab-iam-roles = أدوار IAM
users-search = البحث بالاسم أو البريد أو العمل أو الدور
users-all = إظهار من لا يملكون الوصول أيضًا
users-show = عرض
users-none = لا يوجد مستخدم مطابق.
users-tick = تحديد
users-tick-text = حدد المستخدمين لإدارة أدوارهم، بحد أقصى { $most } في المرة الواحدة. تعمل الأزرار الأخرى على مستخدم واحد.
users-tick-one-label = تحديد { $name }
users-tick-first = حدد أولًا المستخدمين الذين تريد إدارة أدوارهم.
users-tick-one = حدد مستخدمًا واحدًا فقط لهذا الإجراء.
users-you = (أنت)
sort-name = المستخدم
sort-roles = الأدوار
sort-status = الحالة
status-active = نشط
status-deactivated = موقوف
status-removed = مُزال
seats = { $taken } من { $quota } مشغولة
choose = اختر…

manage-roles-title = إدارة الأدوار
manage-roles-button = إدارة الأدوار
manage-roles-text = لا يتغير شيء حتى تختار «تحديث». ألغِ تحديد دور لسحبه.
manage-roles-update = تحديث
manage-roles-nothing = لم تختر أي تغيير بعد.
manage-roles-full = الحد الأقصى للتحديث الواحد هو { $most } من المستخدمين.
roles-current = الأدوار الحالية
roles-add = إضافة دور
roles-add-more = إضافة دور آخر
roles-add-none = بلا تغيير
row-drop = إزالة الصف
row-another = إدارة مستخدم آخر
row-another-label = مستخدم آخر
outcome-title = تم تحديث الأدوار
outcome-made =
    { $count ->
        [zero] تغيير ناجح
        [one] تغيير ناجح
        [two] تغييران ناجحان
        [few] تغييرات ناجحة
        [many] تغييرًا ناجحًا
       *[other] تغيير ناجح
    }
outcome-failed =
    { $count ->
        [zero] تغيير فاشل
        [one] تغيير فاشل
        [two] تغييران فاشلان
        [few] تغييرات فاشلة
        [many] تغييرًا فاشلًا
       *[other] تغيير فاشل
    }
outcome-made-title = ما تم تغييره
outcome-failed-title = ما لم يتم تغييره وسبب ذلك
change-assign = منح
change-unassign = سحب

reassign-open = نقل دور مسؤول التحالف
reassign-title = نقل دور مسؤول التحالف
reassign-text = ينتقل دور مسؤول التحالف منك فورًا إلى الشخص الذي تختاره هنا. ومنذ ذلك الحين يتولى هو إدارة حساب الشركة ولا تعود أنت تديره، إلا إذا كان لديك دور آخر يتيح ذلك.
reassign-keep = تحتفظ بأدوارك الأخرى، ويصل إلى كل منكما بريد. لا يستطيع إعادة الدور إلا المسؤول الجديد.
reassign-to = مسؤول التحالف الجديد
reassign-button = نقل الدور
reassign-done = أصبح { $name } مسؤول التحالف.
field-typed = اكتب الكلمة «{ $word }»
field-typed-hint = بأحرف صغيرة، كما هي تمامًا.
remove-open = إزالة المستخدم
remove-title = إزالة المستخدم
remove-text = يُزال الشخص نهائيًا ولا يمكن التراجع عن ذلك: تنتهي جلساته فورًا ولا يعود بإمكانه تسجيل الدخول. يبقى ما قام به مسجلًا. ولا سبيل إلى عودته إلا بدعوة جديدة وأدوار جديدة.
remove-button = إزالة
remove-done = تمت إزالة { $name }.
deactivate-open = إيقاف
deactivate-title = إيقاف المستخدم
deactivate-text = تنتهي جلسات الشخص فورًا ويُمنع من تسجيل الدخول. ويبقى في قائمة شركتك، ولا سبيل إلى تنشيطه من جديد.
deactivate-button = إيقاف
deactivate-done = تم إيقاف { $name }.

invite-users = دعوة مستخدمين
invite-title = دعوة مستخدمين
invite-text = يصل إلى كل شخص بريد يحمل رابطًا خاصًا به. يجب أن تكون العناوين على أحد نطاقات شركتك: { $domains }.
invite-row = الشخص { $n }
invite-roles = الأدوار المخصصة له
invite-another = إضافة مستخدم آخر
invite-button = دعوة
invite-fault = الشخص { $row }، { $field }: { $fault }
invite-done =
    { $count ->
        [zero] لم تُرسل أي دعوة.
        [one] تم إرسال دعوة واحدة.
        [two] تم إرسال دعوتين.
        [few] تم إرسال { $count } دعوات.
        [many] تم إرسال { $count } دعوة.
       *[other] تم إرسال { $count } دعوة.
    }
invitations-title = الدعوات المفتوحة
invitations-none = لا يوجد مدعوون حاليًا.
invitation-until = مفتوحة حتى
invitation-expired = منتهية
invitation-do = الإجراءات
invitation-renew = تجديد
invitation-withdraw = إلغاء الدعوة
invitation-withdrawn = تم إلغاء الدعوة، ولم يعد رابطها يعمل.
invitation-renewed = تم تجديد الدعوة وإرسالها من جديد.
roles-title = الأدوار
role-everybody = لدى الجميع
role-holders = لدى { $holders } من المستخدمين، والمدعوون { $waiting }
role-quota = بحد أقصى { $quota } معًا
role-grantors = يمنحه: { $roles }
compare-title = ما يتيحه كل دور
compare-task = العمل

save = حفظ
company-title = ملف الشركة
company-information = معلومات الشركة
company-saved = تم حفظ معلومات الشركة.
domains-title = نطاقاتي
domains-text = يمكن لمن لديه عنوان على أحد هذه النطاقات الانضمام إلى شركتك بنفسه.
domains-closed = لا تسمح لك أدوارك بتغيير النطاقات.
domain-add = إضافة نطاق
domain-added = تمت إضافة النطاق.
domain = النطاق
domain-withdraw = سحب
domain-withdraw-title = سحب نطاق
domain-withdraw-text = لا يمكن لأحد بعد ذلك الانضمام إلى شركتك عبر هذا النطاق. ويبقى من انضموا من قبل.
domain-withdrawn = تم سحب النطاق. يبقى مستخدموه، ولا يمكن لغيرهم الانضمام عبره.
field-domain = نطاق آخر
lead-page-title = مسؤول التحالف
lead-page-lead = من يقود الشراكة
lead-page-you = أنت
lead-page-team = جهات الاتصال الثانية
lead-page-request = طلب مسؤول آخر
lead-page-request-text = تصل رسالتك إلى مسؤول التحالف بالبريد. الطلب وحده لا يغيّر شيئًا.
lead-page-send = إرسال الطلب
lead-page-requests = طلبات تغيير المسؤول
lead-page-no-requests = لم يطلب أحد مسؤولًا آخر.
lead-requested = تم إرسال طلبك إلى مسؤول التحالف.
field-note = من ينبغي أن يكون المسؤول، ولماذا
field-note-hint = حتى 1000 حرف.
profile-title = ملفي الشخصي
profile-details = بيانات الاتصال
profile-saved = تم حفظ بياناتك.
profile-password = كلمة المرور
profile-password-text = عند تغيير كلمة المرور تنتهي جلساتك الأخرى وجميع رموز الوصول الشخصية.
profile-password-button = تغيير كلمة المرور
password-changed = تم تغيير كلمة مرورك، وانتهت جلساتك الأخرى.
field-current-password = كلمة المرور الحالية
tokens-title = رموز الوصول الشخصية
tokens-text = يتيح رمز الوصول لتطبيق ما استخدام واجهة API للبوابة باسمك وبأدوارك.
tokens-none = ليست لديك رموز وصول.
token-create = إنشاء رمز وصول
token-days =
    { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
token-made = رمز الوصول الجديد
token-made-text = انسخه الآن، فلن يُعرض مرة أخرى.
token-until = ينتهي في { $at }
token-used = آخر استخدام { $at }
token-unused = لم يُستخدم
token-revoke = إبطال
token-revoked = تم إبطال رمز الوصول.
token-gone = رمز الوصول هذا لم يعد موجودًا.
field-token-name = الغرض من رمز الوصول
field-token-days = مدة الصلاحية

hand-over-title = تسليم دور مسؤول السحابة
hand-over-text = ينتقل الدور فورًا إلى أحد زملائك وتفقده أنت. لا يستطيع إعادته إلا مسؤول التحالف.
hand-over-button = تسليم
hand-over-done = تم تسليم دور مسؤول السحابة.
field-hand-over = البريد الإلكتروني للزميل
field-hand-over-hint = مستخدم نشط في شركتك.

edit = تعديل
remove = إزالة
field-title = الاسم
field-kind = النوع
field-street = الشارع
field-customers = أنواع العملاء
company-description = الوصف
company-place = المكان
company-actions = الإجراءات
company-tabs = أقسام الملف
company-more = ابتداءً من مرحلة «{ $stage }» تظهر هنا علامات تبويب إضافية، ويُنشر الملف للعموم.
company-customers = العملاء
company-customers-text = أنواع العملاء الذين تخدمهم شركتك.
company-customers-none = لم تُختر أي أنواع بعد.
company-customers-save = حفظ العملاء
company-customers-saved = تم حفظ أنواع العملاء.
company-entry-saved = تم الحفظ.
company-entry-removed = تمت الإزالة.
company-remove-text = يُزال من الملف، ومن الصفحة العامة إن كان فيها.
company-elsewhere = يتم إنشاؤها وتقديمها في
company-as-validated = كما تم اعتماده
company-words = كلماتك إلى جانبه
company-words-hint = تظهر على الصفحة العامة إلى جانب ما تم اعتماده. حتى 4000 حرف.
company-words-edit = تعديل الكلمات
company-solutions-title = الحلول المعتمدة
company-solutions-text = يبقى ما اعتمده البرنامج كما هو، ويمكنك وضع كلماتك إلى جانبه.
company-solutions-none = لم يُعتمد أي حل بعد.
company-cases-title = دراسات الحالة المعتمدة
company-cases-text = يبقى ما اعتمده البرنامج كما هو، ويمكنك وضع كلماتك إلى جانبه.
company-cases-none = لم تُعتمد أي دراسة حالة بعد.
company-qualifications-text = تأتي المؤهلات من البرنامج. أما مجالات حلولك فتقود العملاء إلى صفحتك العامة.
company-qualifications-title = المؤهلات
company-qualifications-none = لم يمنح البرنامج أي مؤهل بعد.
company-areas-title = مجالات حلول الشركة
company-areas-none = لم يُبلَّغ عن أي مجال حلول بعد.
company-areas-add = الإبلاغ عن مجال حلول
company-areas-remove = إزالة مجال حلول
company-areas-text = اذكر مجالًا لدى شركتك حلول فيه، بكلمات عملائك.
company-locations-title = المواقع
company-locations-text = الأماكن التي يجدك فيها العملاء. تظهر المواقع على الصفحة العامة.
company-locations-none = لم يُذكر أي موقع بعد.
company-locations-hint = مثل: المقر الرئيسي.
company-locations-add = إضافة موقع
company-locations-edit = تعديل موقع
company-locations-remove = إزالة موقع
company-products-title = المنتجات والخدمات
company-products-text = ما تبيعه شركتك. يحدد ذلك المسارات الموصى بها، ويمكن التسجيل في مسار متى وُجد هنا شيء منه.
company-products-none = لم يُذكر شيء بعد.
company-products-form = يحدد النوع المسارات التي يُحتسب لها.
company-products-add = إضافة منتج أو خدمة
company-products-edit = تعديل منتج أو خدمة
company-products-remove = إزالة منتج أو خدمة
company-paths-title = مسارات جديرة بالنظر
company-paths-text = يشير ما تبيعه إلى مسارات لم تسلكها شركتك بعد:

listing-title = الصفحة العامة
listing-preview = كما يراها الآخرون
listing-public = الصفحة منشورة للعموم.
listing-not-public = الصفحة غير منشورة: ألغت شركتك نشرها. أدناه ما كانت ستعرضه.
listing-publish = نشر
listing-published = أصبحت الصفحة منشورة للعموم.
listing-withdraw = إلغاء نشر الصفحة
listing-withdraw-text = لن تظهر شركتك للعموم في دليل الشركاء. يمكنك نشر الصفحة من جديد في أي وقت.
listing-withdrawn = لم تعد الصفحة منشورة للعموم.
listing-words = المقدمة
listing-summary = مقدمة الصفحة
listing-summary-hint = حتى 4000 حرف.
listing-saved = تم حفظ المقدمة.
listing-rest = يأتي كل ما عدا ذلك من

refusal-profile-tab-missing = لا يتضمن ملف هذا البرنامج قسمًا كهذا.
refusal-profile-product-missing = أضف أولًا إلى الملف منتجًا أو خدمة من هذا المسار.

scorecard-title = بطاقة أداء الشريك
scorecard-text = وضع شركتك في كل من مساراتها: ما تتطلبه المرحلة التالية، وما ينقص، وما تظل مرحلتك الحالية تتطلبه.
scorecard-as-of = محسوبة بتاريخ { $day }.
scorecard-five-days = يُحتسب عنوان الشهادات بعد خمسة أيام من إضافته.
scorecard-certifications = الشهادات المحتسبة
scorecard-people = الحاصلون على شهادات
scorecard-none = لم تسلك شركتك أي مسار بعد.
scorecard-nothing-asked = لا متطلبات هنا.
scorecard-stands = شركتك في مرحلة «{ $stage }». التالية: «{ $next }».
scorecard-last = شركتك في مرحلة «{ $stage }»، وهي الأخيرة.
scorecard-next-title = ما تتطلبه مرحلة «{ $stage }»
scorecard-kept-title = ما تظل مرحلة «{ $stage }» تتطلبه
scorecard-met = تم استيفاء { $met } من { $all }
scorecard-of = { $have } من { $need }
scorecard-requirement = المتطلب
scorecard-have = المتوفر
scorecard-need = المطلوب
scorecard-missing = الناقص
scorecard-done = مكتمل
scorecard-behind = ينقص شيء مما تتطلبه مرحلتك. لا يتغير شيء تلقائيًا، لكن عالج ذلك قبل أن يراجع البرنامج شركتك.
