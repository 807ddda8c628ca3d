# ما يحيط بكل صفحة
language-name = العربية
# ltr، أو rtl للكتابة من اليمين إلى اليسار
language-direction = rtl
# وقت مكتوب بقواعد اللغة، مع منطقته الزمنية
moment-utc = { $moment } UTC
product = Guildhall
skip = الانتقال إلى المحتوى
search-label = البحث في البوابة
search-placeholder = بحث
search-button = بحث
corner-label = الحساب والدعم
sections-label = الأقسام
menu-support = الدعم
menu-language = اللغة
language-text = تُكتب الصفحات والرسائل البريدية التي تصلك بهذه اللغة.
language-current = قيد الاستخدام
language-chosen = أصبحت لغة البوابة { $language }.
demo-strip = هذا عرض تجريبي: لا شيء يغادر هذا الجهاز. ما ترسله البوابة من بريد تجده في
footer-text = Guildhall، بوابة شركاء مفتوحة المصدر
walk-title = الجولات الإرشادية
walk-all = جميع الجولات الإرشادية
cancel = إلغاء
item-go = الانتقال
item-elsewhere = يقود هذا إلى { $site }، وهو ليس جزءًا من البوابة. لا ينتقل تسجيل دخولك معك.
dialog-label = يرجى التأكيد
copy = نسخ
copied = تم النسخ.
copy-csv = نسخ بصيغة CSV
copied-csv = تم نسخ الجدول بصيغة CSV.
print = طباعة
opens-elsewhere = (يفتح موقعًا آخر في علامة تبويب جديدة)
pager-label = صفحات هذه القائمة
pager-previous = السابق
pager-next = التالي
continue = متابعة
next = التالي
yes = نعم
no = لا
all-roles = الجميع
all-paths = كل المسارات
path-stage = { $path }: { $stage }
your-roles = أدوارك
company-stands = وضع شركتك
faults-title = يرجى مراجعة ما يلي
steps-label = الخطوات

item-who = من يمكنه فتح هذه الصفحة
item-roles = الأدوار
item-paths = المسارات
item-stage = ابتداءً من مرحلة
item-aliases = أسماء أخرى

denied-kicker = لا يوجد وصول
denied-title = لا يوجد وصول
denied-item = «{ $title }» غير متاحة لك
denied-action = لا يمكنك القيام بذلك: { $title }
denied-missing = ما ينقص
denied-role = أحد هذه الأدوار:
denied-path = شركة في أحد هذه المسارات:
denied-stage = مسار لشركتك بلغ هذه المرحلة على الأقل:
denied-nobody = لا يتيح أي دور فتح هذا.
denied-help = من يمكنه منحك الدور
denied-myself = يمكنك منح هذا الدور بنفسك، ولنفسك أيضًا:
denied-write = مراسلتهم
denied-letter-subject = الوصول إلى بوابة الشركاء: { $what }
denied-letter-body =
    مرحبًا { $name }،

    هل يمكنك منحي أحد هذه الأدوار في بوابة الشركاء: { $roles }؟

    شكرًا لك
    { $me }
denied-programme = يقرر البرنامج المسارات والمراحل، لا شركتك. تواصل في ذلك مع مسؤول التحالف.

error-home = إلى الصفحة الرئيسية
error-request = إذا أبلغت عن ذلك، فاذكر رقم الطلب:
error-400-title = تتعذر قراءة هذا الطلب
error-400-text = فيه ما لا ترسله الصفحة. ارجع وأعد تحميل الصفحة وحاول مرة أخرى.
error-401-title = يرجى تسجيل الدخول
error-401-text = انتهت جلستك.
error-403-title = لم يتم تنفيذ ذلك
error-403-text = لم يأتِ الطلب من إحدى صفحات البوابة، فلم يتغير شيء.
error-404-title = لا توجد صفحة كهذه
error-404-text = قد يكون في العنوان خطأ، أو أن ما يقود إليه لم يعد موجودًا.
error-405-title = لا يمكن استخدام هذا العنوان بهذه الطريقة
error-405-text = افتحه من صفحته بدلًا من ذلك.
error-409-title = سبقك شخص آخر
error-409-text = تم تغيير هذا أو إرساله بالفعل، في نافذة أخرى أو من شخص آخر. انظر إلى الوضع الحالي وقرر من جديد.
error-413-title = هذا أكثر مما يمكن دفعة واحدة
error-413-text = يتضمن النموذج أكثر مما تقبله البوابة في المرة الواحدة.
error-415-title = تتعذر قراءة هذا الطلب
error-415-text = تقرأ البوابة النماذج كما ترسلها المتصفحات.
error-421-title = لا يستجيب هذا الخادم لهذا الاسم
error-421-text = تحقق من العنوان الذي كتبته.
error-422-title = لا يمكن تنفيذ ذلك هكذا
error-422-text = في الطلب ما لا يمكن تنفيذه.
error-429-title = يرجى الانتظار قليلًا
error-429-text = وردت من شبكتك طلبات كثيرة في وقت قصير.
error-500-title = حدث خطأ ما
error-500-text = الخلل من جهتنا. حاول مرة أخرى، وإذا تكرر فأبلغ مسؤول التحالف أو البرنامج.
error-503-title = البوابة مشغولة
error-503-text = حاول مرة أخرى بعد قليل.
error-limited =
    { $minutes ->
        [zero] محاولات كثيرة. انتظر قليلًا وحاول مرة أخرى.
        [one] محاولات كثيرة. انتظر دقيقة وحاول مرة أخرى.
        [two] محاولات كثيرة. انتظر دقيقتين وحاول مرة أخرى.
        [few] محاولات كثيرة. انتظر { $minutes } دقائق وحاول مرة أخرى.
        [many] محاولات كثيرة. انتظر { $minutes } دقيقة وحاول مرة أخرى.
       *[other] محاولات كثيرة. انتظر { $minutes } دقيقة وحاول مرة أخرى.
    }
error-stale-form = بقيت الصفحة مفتوحة أطول مما يجب، أو أنها تابعة لجلسة أخرى. لم يتغير شيء. افتحها من جديد وأرسلها مرة أخرى.
error-unknown-outcome = لا نعرف ما إذا كان التغيير قد حُفظ. انظر إلى الوضع الحالي قبل أن تحاول مرة أخرى.

mailbox-title = صندوق البريد
mailbox-text = كل ما أرسله هذا العرض التجريبي من بريد، أيًا كان المستلم. افتح رسالة لاتباع رابطها أو لقراءة رمزها.
mailbox-empty = لا بريد بعد. سجّل شخصًا أو ادعُ زميلًا.
mail-to = إلى { $to }
item-pageless-title = لا توجد صفحة لهذا في هذه البوابة.
item-pageless-text = هذا متاح لك. يمكن لمسؤول التحالف أو للبرنامج إخبارك أين يتم ذلك.
