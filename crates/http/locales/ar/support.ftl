# الدعم: الجهة، طلبات الدعم، المقالات، نموذج التواصل.
support-title = الدعم
support-lead-text = اسأل { $desk }، وتابع المراسلات، واقرأ ما سأل عنه الآخرون.
support-open = فتح طلب دعم
support-open-text = اطرح سؤالًا، وأرفق ملفات إذا كانت مفيدة
support-cases = طلبات الدعم لديك
support-none = لا توجد طلبات دعم بعد.
support-none-matches = لا يوجد طلب دعم مطابق.
support-search = كلمات في الموضوع أو الرسائل أو أسماء الملفات
support-show = عرض
support-found =
    { $count ->
        [zero] لا طلبات دعم
        [one] طلب دعم واحد
        [two] طلبا دعم
        [few] { $count } طلبات دعم
        [many] { $count } طلب دعم
       *[other] { $count } طلب دعم
    }
support-by-subject = الموضوع
support-by-progress = الحالة
support-by-opened-by = فتحه
support-by-last-word = آخر رسالة
support-progress-all = الكل
support-progress-waiting = بانتظار الدعم
support-progress-answered = تم الرد
support-progress-closed = مغلق
support-cancellation = إنهاء العضوية
support-cancellation-text = يطلب هذا الطلب إنهاء عضوية شركتك في البرنامج. يرد الدعم قبل أن يتغير أي شيء.
support-topic = الموضوع العام
support-topic-all = كل المواضيع

support-articles = المقالات
support-articles-title = مقالات الدعم
support-articles-text = إجابات عن أسئلة شائعة
support-articles-search = البحث في المقالات
support-articles-all = كل المقالات
support-articles-none = لا توجد مقالة مطابقة.
support-articles-found =
    { $count ->
        [zero] لا مقالات
        [one] مقالة واحدة
        [two] مقالتان
        [few] { $count } مقالات
        [many] { $count } مقالة
       *[other] { $count } مقالة
    }
support-articles-ask = ألم تجد ما تبحث عنه؟

support-new-title = فتح طلب دعم
support-new-text = توصل الخيارات الثلاثة سؤالك إلى الأشخاص المناسبين.
support-new-button = فتح طلب الدعم
support-new-tab = (يُفتح في علامة تبويب جديدة)
support-case-type = نوع طلب الدعم
support-question = نوع السؤال
support-specific = بتحديد أكثر
support-topic-next = متابعة
support-topic-change = استخدام هذه الخيارات
support-perhaps = لعل إحدى هذه المقالات تفيدك
support-subject = الموضوع
support-subject-hint = بكلمات قليلة.
support-description = الوصف
support-description-hint = ماذا فعلت، وماذا حدث، وماذا كنت تتوقع؟
support-opened-said = فُتح طلب الدعم. تصلك رسالة بريد عند الرد عليه.

support-files = المرفقات
support-files-hint = حتى { $files } من الملفات بحجم { $size } لكل منها، و{ $together } دفعة واحدة: { $types }.
support-files-kept = مرفقة. ألغِ تحديد ما لا تريد إرساله.
support-files-too-many = عدد الملفات أكثر من { $files }.
support-files-too-large = يوجد ملف أكبر من { $size }.
support-files-too-large-together = يتجاوز حجم هذه الملفات معًا { $together }. أرسل بعضها في رسالة أخرى.
support-files-sending = جارٍ إرسال الملفات
support-file-label = { $name } ({ $size })
support-size-bytes =
    { $number ->
        [zero] 0 بايت
        [one] بايت واحد
        [two] بايتان
        [few] { $number } بايت
        [many] { $number } بايت
       *[other] { $number } بايت
    }
support-size-kilobytes = { $number } كيلوبايت
support-size-megabytes = { $number } ميغابايت
support-file-required = يوجد ملف بلا اسم.
support-file-too-long = اسم «{ $name }» أطول من اللازم.
support-file-bad-character = يحتوي اسم «{ $name }» على حرف غير مسموح به. غيّر اسم الملف.
support-file-not-a-file-name = «{ $name }» ليس اسم ملف. غيّر اسمه.
support-file-ending = لا تُقبل هنا الملفات ذات امتداد «{ $name }».
support-file-empty = الملف «{ $name }» فارغ.
support-file-too-large = الملف «{ $name }» كبير جدًا.
support-file-not-allowed = لا تُقبل ملفات مثل «{ $name }».
support-file-not-what-it-says = لا يحتوي «{ $name }» على ما يدل عليه امتداده.
support-file-too-many = يتجاوز «{ $name }» العدد المسموح به من الملفات.
support-file-too-many-waiting = لم يُقبل «{ $name }»: كثير من ملفاتك ينتظر إرسال رسالة. حاول مرة أخرى غدًا.
support-file-twice = أُرفق «{ $name }» مرتين.
support-file-gone = لم يعد أحد الملفات المرفقة موجودًا. أرفقه مرة أخرى.
fault-not-of-case-type = اختر سؤالًا من هذا النوع.
fault-not-of-question = اختر قيمة من هذا السؤال.

support-about = عن طلب الدعم هذا
support-opened-at = فُتح في
support-closed-at = أُغلق في
support-correspondence = المراسلات
support-staff = الدعم
support-reply-title = الرد
support-reply = رسالتك
support-reply-button = إرسال
support-replied-said = أُرسلت رسالتك.
support-unsent = ما كتبته وما لم يُرسل
support-closed-text = طلب الدعم هذا مغلق.
support-again = فتح طلب دعم جديد عن الأمر نفسه
support-close = إغلاق طلب الدعم
support-close-title = هل تريد إغلاق طلب الدعم هذا؟
support-close-text = لن يتمكن أحد من الكتابة فيه بعد ذلك. ويبقى في قائمتك.
support-closed-said = أُغلق طلب الدعم.
support-back-to-case = العودة إلى طلب الدعم

support-entry-help = للمساعدة في تسجيل الدخول والتسجيل تواصل مع { $desk }.
support-contact-form-title = نموذج التواصل
support-contact-form-text = مراسلة { $desk } دون تسجيل الدخول
support-contact-intro = لمن لا يستطيع تسجيل الدخول. يرد { $desk } بالبريد الإلكتروني.
support-contact-email = البريد الإلكتروني لتلقي الرد
support-contact-email-hint = عنوان تستقبل عليه البريد الآن.
support-contact-company = شركتك
support-contact-message = الرسالة
support-contact-message-hint = ماذا حاولت، وماذا حدث؟ لا ترسل أبدًا كلمة مرور أو رمزًا.
support-contact-button = إرسال
support-contact-sent = أُرسلت رسالتك
support-contact-sent-text = رسالتك الآن لدى { $desk }. يصلك الرد بالبريد الإلكتروني على العنوان الذي أدخلته.
