# الرسائل البريدية
mail-code-registration-text =
    مرحبًا،

    إليك رمز التسجيل في { $programme }:

        { $code }

    الرمز صالح مدة { $minutes } من الدقائق. إذا لم تبدأ أي تسجيل، فتجاهل هذه الرسالة: لا يحدث شيء دون الرمز.
mail-code-reset-text =
    مرحبًا،

    إليك رمز تعيين كلمة مرور جديدة في { $programme }:

        { $code }

    الرمز صالح مدة { $minutes } من الدقائق، ولا يعمل إلا في المتصفح الذي طلبته منه. إذا لم تطلبه، فتجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.
mail-invitation-subject = تدعوك { $company } إلى بوابة الشركاء
mail-invitation-text =
    مرحبًا،

    تدعوك { $company } إلى حسابها في { $programme }. الأدوار المخصصة لك: { $roles }.

    سجّل هنا قبل { $until }:

    { $link }

    هذا الرابط لك وحدك. إذا كنت لا تعرف الشركة، فتجاهل هذه الرسالة.
mail-welcome-subject = أهلًا بك في بوابة الشركاء
mail-welcome-text =
    مرحبًا { $name }،

    تم تسجيلك في { $company }. هذه هي البوابة:

    { $home }
mail-lead-received-subject = أصبحت مسؤول التحالف
mail-lead-received-text =
    مرحبًا،

    نقل إليك { $from } دور مسؤول التحالف في { $company }. أنت الآن من يدير حساب الشركة:

    { $home }
mail-lead-given-subject = تم نقل دور مسؤول التحالف
mail-lead-given-text =
    مرحبًا،

    أصبح { $new-lead } مسؤول التحالف في { $company } بدلًا منك. إذا لم تقصد ذلك، فتواصل معه فورًا.
mail-lead-change-asked-subject = طلب تغيير مسؤول التحالف
mail-lead-change-asked-text =
    مرحبًا،

    يطلب { $by } مسؤول تحالف آخر، وكتب ما يلي:

    { $note }

    لم يتغير شيء. إذا كنت موافقًا، فانقل الدور في «إدارة المستخدمين»:

    { $home }
mail-password-changed-subject = تم تغيير كلمة مرورك
mail-password-changed-text =
    مرحبًا،

    تم تغيير كلمة مرور حسابك في { $programme } وإنهاء جميع جلساته. إذا لم تكن أنت من فعل ذلك، فأعد تعيينها فورًا:

    { $home }
mail-access-ended-subject = انتهى وصولك
mail-access-ended-text =
    مرحبًا،

    انتهى وصولك إلى حساب { $company } في { $programme }. إذا كنت تظن أن في ذلك خطأ، فتواصل مع مسؤول التحالف.
mail-case-answered-subject = إجابة من الدعم: { $subject }
mail-case-answered-text =
    مرحبًا،

    كتب الدعم في طلبك «{ $subject }». اقرأ الإجابة ورُدّ عليها في البوابة:

    { $case }
mail-inquiry-answered-subject = رد: { $subject }
mail-inquiry-answered-text =
    مرحبًا { $name }،

    كتبت إلى { $programme } بشأن «{ $subject }». هذه هي الإجابة:

    { $text }

    إذا لم تكتب إلينا، فتجاهل هذه الرسالة.
mail-promotion-subject = رمزك الترويجي
mail-promotion-text =
    مرحبًا،

    دُفعت الرسوم السنوية لشركة { $company }؛ شكرًا لكم. إليك الرمز الترويجي المصاحب لها:

        { $code }

    لاسترداده سجّل الدخول إلى وحدة تحكم الفوترة لحسابك السحابي بصفتك مسؤوله، وافتح «الأرصدة» واختر «استرداد» وأدخل الرمز. يمكن استرداده مرة واحدة.
mail-lead-shared-subject = تمت مشاركة عميل محتمل مع شركتك
mail-lead-shared-text =
    مرحبًا { $name }،

    تمت مشاركة العميل المحتمل «{ $title }» مع شركتك. اقبله أو ارفضه في البوابة:

    { $home }
mail-opportunity-shared-subject = تمت مشاركة فرصة مع شركتك
mail-opportunity-shared-text =
    مرحبًا { $name }،

    تمت مشاركة الفرصة «{ $title }» مع شركتك. اقبلها أو ارفضها في البوابة:

    { $home }
mail-information-requested-subject = يلزم مزيد من المعلومات: { $title }
mail-information-requested-text =
    مرحبًا { $name }،

    تحتاج مراجعة «{ $title }» إلى مزيد من المعلومات. أضفها في البوابة وقدّم من جديد:

    { $home }
mail-information-requested-with-comments-subject = يلزم مزيد من المعلومات: { $title }
mail-information-requested-with-comments-text =
    مرحبًا { $name }،

    تحتاج مراجعة «{ $title }» إلى مزيد من المعلومات:

    { $comments }

    أضفها في البوابة وقدّم من جديد:

    { $home }
