# السوق: ربط الحساب وتعيين أدوار IAM والسياسات
marketplace-title = AWS Marketplace
marketplace-back = العودة إلى AWS Marketplace
marketplace-link = ربط الحساب
marketplace-manage = إدارة الحساب المربوط
marketplace-open = فتح بوابة Marketplace
marketplace-own-role = دورك عند الدخول
marketplace-home-unlinked = لم يُربط حساب شركتك في Marketplace بعد. بعد ربطه ينتقل المستخدمون من هنا إلى Marketplace دون تسجيل الدخول مرة أخرى، ويمكن إرفاق العروض بالفرص.
marketplace-home-linked = حساب شركتك في Marketplace مربوط. حدد هنا من يدخل بأي دور من أدوار IAM.
marketplace-home-mapped = حساب شركتك في Marketplace مربوط، ويمكنك الدخول إليه.
marketplace-unlinked-title = لا يوجد حساب مربوط
marketplace-unlinked-text = تربط الشركة حساب AWS واحدًا: الحساب الذي تبيع به على AWS Marketplace. ويشترك فيه جميع مستخدمي الشركة.
marketplace-need-1 = تحتاج إلى مستخدم IAM في ذلك الحساب يُسمح له بربطه، وتعطيك الخطوة الأولى السياسة اللازمة لذلك.
marketplace-need-2 = ينشئ الربط دور IAM لمسؤولي السحابة، ويمنحك هنا دور مسؤول السحابة.
marketplace-need-3 = تعيين المستخدمين لأدوار IAM يأتي أخيرًا، ويمكن تأجيله.
marketplace-linked-title = الحساب المربوط
marketplace-account = معرّف حساب AWS
marketplace-admin-role = دور IAM لمسؤولي السحابة
marketplace-linked-by = قام بالربط

# الربط خطوة بخطوة
link-step-prepare = التحضير
link-step-account = الحساب
link-step-identity = تسجيل الدخول
link-step-allow = السماح
link-already = الحساب مربوط بالفعل.
link-done = تم ربط الحساب. يمكنك الآن تعيين المستخدمين لأدوار IAM.
link-company = الشركة
link-account-text = بأي حساب تبيع شركتك؟
link-account-hint = اثنا عشر رقمًا بلا شرطات.
link-sign-in = طريقة تسجيل دخولك إلى AWS Marketplace
link-sign-in-iam-user = مستخدم IAM
link-sign-in-hint = لا يستطيع المستخدم الجذر للحساب ربطه.
link-identity-text = حدد مستخدم IAM الذي سجّلت به الدخول إلى AWS Marketplace. لا تطلب البوابة كلمة مرور ولا مفتاحًا سريًا، وما تذكره هنا يُدوَّن في سجل تدقيق الربط.
link-arn = ARN لمستخدم IAM
link-arn-hint = مثل arn:aws:iam::{ $account }:user/Alice.
link-principal = معرّف الكيان الأساسي
link-key = معرّف مفتاح الوصول
link-key-hint = معرّف المفتاح فقط، لا السر أبدًا.
link-policies = سياسات مستخدم IAM
link-offered = يحمل المستخدم السياسة { $name } كما قُدّمت في الخطوة الأولى
link-own-policy = سياسة أخرى للمستخدم، بصيغة JSON
link-own-policy-hint = تُحتسب جميع السياسات معًا، والسياسة التي ترفض هي الغالبة.
prepare-text = نفّذ ذلك في وحدة تحكم IAM للحساب الذي تربطه. إذا كان لديك بالفعل مستخدم IAM يُسمح له بربط الحسابات، فانتقل مباشرة إلى الخطوة التالية.
prepare-policy-title = السياسة لمستخدم IAM الذي يقوم بالربط
prepare-policy-1 = سجّل الدخول إلى وحدة تحكم IAM.
prepare-policy-2 = ضمن «إدارة الوصول» افتح «السياسات» واختر «إنشاء سياسة».
prepare-policy-3 = اختر JSON والصق المستند أدناه.
prepare-policy-4 = تابع، وسمِّ السياسة { $name }، وتحقق منها وأنشئها. الوصف والوسوم حسب رغبتك.
prepare-policy-5 = أرفقها بمستخدم IAM.
prepare-trust-title = سياسة الثقة للأدوار
prepare-trust-text = يحتاج كل دور IAM يُعيَّن له مستخدمون إلى سياسة الثقة المخصصة هذه. ولا يمكن للمستخدم أن يحملها.
allow-title = السماح بالاتصال
allow-text = باختيار «السماح» تأذن باتصال الحسابين ومستخدميهما.
allow-check = ما تنص عليه سياسات مستخدم IAM
allow-consequences = ما يحدث عندئذ
allow-consequence-1 = يُربط الحسابان. ولا يكون للشركة إلا حساب مربوط واحد في الوقت نفسه.
allow-consequence-2 = يُنشأ في الحساب دور IAM لمسؤولي السحابة.
allow-consequence-3 = تصبح هنا مسؤول السحابة إن لم تكن كذلك.
allow-button = السماح
allow-again = البدء من جديد
unlink-title = إلغاء ربط الحساب
unlink-text = يُلغى الربط فورًا. لا يعود بإمكان المذكورين هنا الدخول إلى AWS Marketplace من هذه البوابة، ولا يمكن إرفاق أي عرض بفرصة، وتُحذف من البوابة أدوار IAM المسجلة. ويبقى ما في حسابك لدى AWS كما هو.
unlink-people =
    { $count ->
        [zero] لا يوجد مستخدمون معيَّنون
        [one] يفقد مستخدم واحد الدخول
        [two] يفقد مستخدمان الدخول
        [few] يفقد { $count } مستخدمين الدخول
        [many] يفقد { $count } مستخدمًا الدخول
       *[other] يفقد { $count } مستخدم الدخول
    }
unlink-crm = يُلغى التعيين أيضًا.
unlink-button = إلغاء الربط
unlink-done = لم يعد الحساب مربوطًا.

# تعيين المستخدمين
available-title = مستخدمو الشريك المتاحون
available-text = ليس لديهم دور IAM بعد. اختر هنا شخصًا واحدًا في كل مرة.
available-none = لدى الجميع دور IAM.
mapped-title = المستخدمون المعيَّنون
mapped-none = لم يُعيَّن أحد لدور IAM بعد.
mapped-sign-on = الدخول الموحّد
mapped-works = يعمل
mapped-fails = لا يعمل
map-open = تعيين لدور IAM
map-pick = اختيار
map-pick-label = اختيار { $name }
map-pick-one = اختر شخصًا واحدًا فقط لهذا الإجراء.
map-title = تعيين لدور IAM
map-text = بالتعيين يدخل المستخدمون إلى AWS Marketplace دون كلمة مرور خاصة بهم هناك، ويمكنهم القيام بما يتيحه الدور.
map-person = مستخدم الشريك
map-role = دور IAM
map-role-hint = لا تُدرج إلا الأدوار القابلة للاختيار: أي التي يستوفي اسمها وسياسة الثقة فيها الشروط.
map-no-roles = لا يوجد دور مسجل يمكن اختياره لهذا. سجّل دورًا أولًا في صفحة AWS Marketplace.
map-button = تعيين الدور
map-done = تم تعيين { $name } للدور { $role }.
map-none = بلا دور
unmap-open = إلغاء تعيين الدور
unmap-pick = حدد أولًا المستخدمين الذين تريد إلغاء تعيين دورهم.
unmap-title = إلغاء تعيين الدور
unmap-text =
    { $count ->
        [zero] لم يُحدد أي مستخدم.
        [one] لن يعود بإمكان هذا المستخدم الدخول إلى AWS Marketplace من هذه البوابة، وذلك فورًا. ويمكن تعيينه من جديد.
        [two] لن يعود بإمكان هذين المستخدمين الدخول إلى AWS Marketplace من هذه البوابة، وذلك فورًا. ويمكن تعيينهما من جديد.
        [few] لن يعود بإمكان هؤلاء المستخدمين، وعددهم { $count }، الدخول إلى AWS Marketplace من هذه البوابة، وذلك فورًا. ويمكن تعيينهم من جديد.
        [many] لن يعود بإمكان هؤلاء المستخدمين، وعددهم { $count }، الدخول إلى AWS Marketplace من هذه البوابة، وذلك فورًا. ويمكن تعيينهم من جديد.
       *[other] لن يعود بإمكان هؤلاء المستخدمين، وعددهم { $count }، الدخول إلى AWS Marketplace من هذه البوابة، وذلك فورًا. ويمكن تعيينهم من جديد.
    }
unmap-button = إلغاء تعيين الدور
unmap-done =
    { $count ->
        [zero] لم يُلغَ أي تعيين.
        [one] تم إلغاء تعيين الدور.
        [two] تم إلغاء تعيين دور مستخدمين اثنين.
        [few] تم إلغاء تعيين أدوار { $count } مستخدمين.
        [many] تم إلغاء تعيين أدوار { $count } مستخدمًا.
       *[other] تم إلغاء تعيين أدوار { $count } مستخدم.
    }

# علامة تبويب أدوار IAM
iam-about = بدور IAM يدخل المستخدمون إلى AWS Marketplace Management Portal.
iam-title = لم يُربط حساب Marketplace بعد
iam-text = بعد ربط حساب شركتك في Marketplace يُعيَّن المستخدمون هنا لأدوار IAM. يربطه مسؤول التحالف أو مسؤول السحابة.
iam-no-roles = لا يمكن اختيار أي دور IAM بعد. ينشئه مسؤول السحابة في حساب AWS ويسجّله في صفحة AWS Marketplace.
iam-admins = مسؤولو السحابة
iam-admins-none = لدى كل مسؤول سحابة دور IAM.
iam-tick-first = حدد أولًا المستخدمين الذين تريد تعيينهم.
iam-mapped =
    { $count ->
        [zero] لم يُعيَّن أي مستخدم.
        [one] تم تعيين مستخدم واحد.
        [two] تم تعيين مستخدمَين.
        [few] تم تعيين { $count } مستخدمين.
        [many] تم تعيين { $count } مستخدمًا.
       *[other] تم تعيين { $count } مستخدم.
    }
iam-unmap = يُلغى التعيين في صفحة AWS Marketplace، ويقوم بذلك مسؤول التحالف أو مسؤول السحابة.

# تكامل CRM
crm-title = دور IAM لتكامل CRM
crm-text = بهذا الدور يعمل التكامل مع نظام CRM لديك على حساب Marketplace، مثلًا لإرفاق العروض الخاصة بالفرص.
crm-needs = يجب أن يسمح الدور بـ { $actions }.
crm-none = ليس لتكامل CRM دور IAM.
crm-map = تعيين دور IAM
crm-done = تم تعيين تكامل CRM للدور { $role }.
crm-unmap = إلغاء تعيين دور IAM
crm-unmap-title = إلغاء تعيين تكامل CRM
crm-unmap-text = لن يعود بإمكان التكامل العمل على حساب Marketplace، وذلك فورًا. ويمكن تعيينه من جديد.
crm-unmap-done = لم يعد تكامل CRM معيَّنًا.

# أدوار IAM
roles-of-account = أدوار IAM للحساب
roles-text = تُنشأ الأدوار في حسابك لدى AWS وتُسجَّل هنا. لا يمكن التعيين إلا للأدوار التي يبدأ اسمها بـ { $prefix }.
roles-checks = عمليات التحقق
roles-used = من يدخل به
roles-people =
    { $count ->
        [zero] لا أحد
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
role-named = الاسم مطابق
role-not-named = الاسم غير مطابق
role-trusted = موثوق
role-not-trusted = غير موثوق
role-offers = يرفق العروض
role-no-offers = لا يرفق العروض
role-of-link = أنشأه الربط
role-of-crm = يدخل به تكامل CRM.
role-origin = المصدر
role-facts = الدور
role-policies = السياسات
role-nobody = لا أحد.
role-change = تسجيل تغيير
role-register-title = تسجيل دور IAM
role-register-text = صف الدور كما هو في حسابك لدى AWS. جرّبه أولًا: يذكر كل تحقق البيان الذي يحسم النتيجة.
role-register = تسجيل
role-registered = تم تسجيل الدور.
role-try = تجربة
role-tried = النتائج
role-arn = ARN للدور
role-arn-hint = يجب أن يبدأ اسمه بـ { $prefix }، كما في { $example }.
role-trust = سياسة الثقة
role-full-access = يحمل الدور السياسة { $name }
role-full-access-hint = سياسة المورّد للبائعين. تسمح بإرفاق العروض وبأكثر من ذلك بكثير.
role-own-policy = السياسة الخاصة رقم { $n }، بصيغة JSON
role-own-policy-hint = مثل سياسة لا تسمح إلا بما يحتاج إليه مستخدموك. لا تُحفظ السياسة الفارغة.
role-withdraw = إلغاء تسجيل الدور
role-withdraw-title = إلغاء تسجيل دور IAM
role-withdraw-text = لا يعود بالإمكان اختيار الدور هنا. ويبقى في حسابك لدى AWS كما هو.
role-withdrawn = لم يعد { $role } مسجلًا.

# السياسات
policies-title = مستندات السياسات
policies-text = هذه هي المستندات التي يحتاج إليها الربط والتعيين، جاهزة للنسخ.
policy-partner-account-management = لمستخدم IAM الذي يقوم بالربط: إنشاء دور مسؤولي السحابة وإرفاق سياسته وربط الحسابين.
policy-partner-central-trust = سياسة الثقة لكل دور IAM يُعيَّن له مستخدمون: يُسمح لخدمة إدارة الحسابات بتولّيه.
policy-partner-central-account-management-user-role-association = ما يحمله دور مسؤولي السحابة: سرد الأدوار وتمريرها، وتعيين المستخدمين لها وإلغاء ذلك.
policy-awsmarketplace-seller-full-access = ما تطلبه البوابة من سياسة المورّد للبائعين: الإجراءان اللازمان لإرفاق العروض الخاصة.
managed-title = السياسات المُدارة وسياساتك الخاصة
managed-text = السياسة المُدارة سياسة تكتبها AWS وتصونها. وهي تغطي الاستخدامات الشائعة، فيمكنك البدء بها فورًا. وتحكم السياسات في هذه الصفحة ما يمكن لمستخدمي بوابة الشركاء القيام به في AWS Marketplace.
managed-advice = السياسة المُدارة معدّة لجميع العملاء، فقد تسمح بأكثر مما يحتاج إليه مستخدموك. ويتحقق مبدأ أقل الامتيازات على نحو أفضل بسياسات خاصة بك أضيق نطاقًا: ابدأ بالسياسة المُدارة ثم احذف ما لا يستخدمه أحد.
managed-tag = تديرها AWS
readings-title = قراءات إضافية
reading-practices = الممارسات الجيدة في IAM
reading-managing = إدارة سياسات IAM
reading-managed = السياسات المُدارة والسياسات المضمّنة
try-this = تجربة
try-title = تجربة سياسة
try-text = الصق سياسة لتعرف ما الخطأ فيها. وإذا أضفت إجراءً، تُبيَّن لك أهي تسمح به وأي بيان يحسم ذلك.
try-kind = نوع المستند
try-permissions = سياسة أذونات
try-trust = سياسة ثقة
try-document = السياسة
try-action = الإجراء
try-action-hint = مثل iam:PassRole. من دونه تُقرأ السياسة فقط.
try-resource = المورد
try-resource-hint = ARN. من دونه لا يُقصد مورد بعينه.
try-by = صاحب الطلب
try-by-hint = لسياسة الثقة: ARN أو اسم خدمة.
try-key = مفتاح السياق
try-key-hint = مثل iam:PassedToService.
try-value = قيمته
try-value-hint = ما يُعرف عن الطلب تحت هذا المفتاح.
try-button = تجربة
try-readable = السياسة قابلة للقراءة.
try-unreadable = تتعذر قراءة السياسة، فهي لا تسمح بشيء.
check-allowed = مسموح
check-not-allowed = غير مسموح
check-no-statement = لم يوجد بيان للرجوع إليه.
check-place = { $policy }، البيان { $statement }
check-allows = يسمح بذلك
check-denies = يرفض ذلك، والرفض هو الغالب
check-other-action = يتعلق بإجراءات أخرى
check-other-resource = يتعلق بموارد أخرى
check-other-principal = يتعلق بجهة أخرى
check-condition = شرطه { $operator } على { $key } غير مستوفى
check-failed = يتعذر الحكم عليه: { $why }

# أسباب الرفض
refusal-linking-not-linked = اربط الحساب أولًا.
refusal-linking-already-linked = الحساب { $account } مربوط بالفعل. للشركة حساب مربوط واحد.
refusal-linking-root-identity = لا يستطيع المستخدم الجذر ربط الحساب. سجّل الدخول كمستخدم IAM.
refusal-linking-not-an-iam-user = هذا ليس ARN لمستخدم IAM.
refusal-linking-identity-elsewhere = مستخدم IAM تابع لحساب غير الحساب الذي تريد ربطه.
refusal-linking-link-not-permitted = لا تسمح سياسات مستخدم IAM بالربط: { $why }
refusal-linking-not-allowed = لم يُسمح بالاتصال، فلم يُربط شيء.
refusal-linking-quota-full = بلغ عدد مسؤولي السحابة الحد الأقصى، فلا يمكنك أن تصبح أحدهم بالربط.
refusal-linking-role-missing = لا يوجد دور IAM مسجل كهذا. اختر دورًا من القائمة.
refusal-linking-role-elsewhere = هذا الدور تابع لحساب AWS غير الحساب المربوط.
refusal-linking-role-prefix = يجب أن يبدأ اسم الدور المراد التعيين له بـ { $prefix }.
refusal-linking-role-not-trusted = لا تسمح سياسة الثقة في الدور للخدمة بتولّيه: { $why }
refusal-linking-cloud-admin-role-only = لا يُعيَّن مسؤولو السحابة إلا لدور IAM الذي أنشأه الربط.
refusal-linking-role-of-cloud-admins = دور IAM هذا لمسؤولي السحابة فقط.
refusal-linking-role-in-use = هذا الدور قيد الاستخدام. ألغِ أولًا تعيين من يدخلون به.
refusal-linking-member-missing = لا يوجد شخص كهذا في شركتك.
refusal-linking-target-not-active = لم يعد لهذا الشخص حق الوصول.
refusal-linking-already-mapped = التعيين موجود بالفعل. ألغِه أولًا.
refusal-linking-not-mapped = لا يوجد تعيين لدور IAM.
refusal-linking-lists-mixed = اختر مستخدمين من قائمة واحدة في كل مرة: مسؤولي السحابة أو غيرهم.
refusal-linking-too-many-users = يمكن تعيين { $most } من المستخدمين في المرة الواحدة كحد أقصى.
refusal-linking-too-many-roles = يمكن تسجيل { $most } من الأدوار كحد أقصى.
refusal-linking-offer-actions-missing = لا يسمح الدور بكل ما يتطلبه إرفاق العروض. الناقص: { $actions }
refusal-linking-call-not-permitted = لا يسمح دور IAM لمسؤولي السحابة بذلك: { $why }
fault-not-twelve-digits = يتكون معرّف حساب AWS من اثني عشر رقمًا بالضبط.
fault-not-an-arn = هذا ليس ARN؛ والصيغة مثل arn:aws:iam::123456789012:user/Alice.
fault-bad-part = أحد أجزاء ARN فارغ أو يتضمن حرفًا لا يمكن أن يتضمنه.
fault-wildcard = اذكر هنا شيئًا واحدًا بعينه، دون العلامتين * و{"\u2066"}?{"\u2069"}.
fault-not-a-role = هذا ليس ARN لدور IAM.
fault-syntax = هذا ليس JSON. تحقق من الفواصل وعلامات الاقتباس والأقواس.
fault-duplicate-key = يرد اسم مرتين في الجزء نفسه من المستند.
fault-too-deep = تداخل المستند أعمق مما يجب.
fault-unknown-managed-policy = لا توجد لدى AWS سياسة مُدارة بهذا الاسم تعرفها البوابة. الصق مستندها.
fault-too-many = العدد أكثر مما يجب.
fault-action-form = صيغة الإجراء هي service:Name، دون العلامتين * و{"\u2066"}?{"\u2069"}.
fault-key-form = صيغة المفتاح هي service:Name.
fault-key-twice = هذا المفتاح مذكور مرتين.
role-own-policy-name = اسم السياسة الخاصة رقم { $n }
