# إدارة القناة
channel-tab-0 = الحسابات
channel-tab-1 = المستخدمون النهائيون
channel-tab-2 = خصم النمو
channel-number = رقم الحساب
channel-number-hint = اثنا عشر رقمًا، بشرطات أو بدونها.
channel-reported = تاريخ الإبلاغ
channel-accounts-text = الحسابات السحابية التي تدير بها شركتك إعادة البيع.
channel-accounts-none = لم يُبلَّغ عن أي حساب بعد. أبلغ عن الحساب الأول قبل الإبلاغ عن المستخدمين النهائيين.
channel-account-new = الإبلاغ عن حساب إدارة البرنامج
channel-account-add = الإبلاغ عن حساب
channel-account-text = أبلغ هنا فقط عن الحسابات التي تستخدمها لإعادة البيع.
channel-account-title = الاسم
channel-account-added = تم الإبلاغ عن الحساب.
channel-account-renamed = تم تغيير اسم الحساب.
channel-account-open = قيد الاستخدام
channel-account-closed = تم إغلاق الحساب.
channel-account-closed-on = تاريخ الإغلاق
channel-account-close = إغلاق الحساب
channel-account-close-title = هل تريد إغلاق هذا الحساب؟
channel-account-close-text = لن يُستخدم بعد ذلك لإعادة البيع. يجب أن تكون إعادة البيع لكل مستخدم نهائي فيه قد انتهت. لا يمكن التراجع عن هذا الإجراء.
channel-end-users = المستخدمون النهائيون
channel-end-users-text = العملاء الذين تعيد شركتك البيع لهم.
channel-end-users-none = لم يُبلَّغ عن أي مستخدم نهائي بعد.
channel-end-users-none-match = لا يوجد من يطابق هذه الكلمات.
channel-end-users-account-first = يتبع المستخدمون النهائيون حسابًا تُدار به إعادة البيع: أبلغ عن حساب أولًا.
channel-end-user-new = الإبلاغ عن مستخدم نهائي
channel-end-user-report = الإبلاغ عن مستخدم نهائي
channel-end-user-edit = تصحيح بيانات مستخدم نهائي
channel-end-user-account = يُدار بالحساب
channel-end-user-company = العميل
channel-end-user-country = البلد أو المنطقة
channel-end-user-number = رقم حساب العميل
channel-end-user-website = موقع العميل
channel-end-user-reported = تم الإبلاغ عن المستخدم النهائي.
channel-end-user-edited = تم تصحيح بيانات المستخدم النهائي.
channel-end-user-active = نشط
channel-end-user-ended = انتهت إعادة البيع بتاريخ اليوم.
channel-end-user-ended-on = تاريخ الانتهاء
channel-end-user-end = إنهاء إعادة البيع
channel-end-user-end-title = هل انتهت إعادة البيع لهذا العميل؟
channel-end-user-end-text = يبقى المستخدم النهائي في القائمة بتاريخ اليوم. لا يمكن التراجع عن ذلك، لكن يمكن الإبلاغ عن العميل من جديد.
channel-search = العميل أو البلد أو الحساب أو الرقم
channel-show = عرض
channel-found =
    { $count ->
        [zero] لا مستخدمين نهائيين
        [one] مستخدم نهائي واحد
        [two] مستخدمان نهائيان
        [few] { $count } مستخدمين نهائيين
        [many] { $count } مستخدمًا نهائيًا
       *[other] { $count } مستخدم نهائي
    }
channel-rebate-text = ما حققه كل ربع سنة، كما سجله البرنامج، مقارنةً بالربع نفسه من العام السابق.
channel-rebate-none = لم يُسجَّل أي ربع سنة بعد. يسجل البرنامج كل ربع بعد انتهائه.
channel-quarter = ربع السنة
channel-base = قبل عام
channel-resold = المُعاد بيعه
channel-growth-head = النمو
channel-growth = {"\u2066"}{ $sign }{ $whole }.{ $tenths } %{"\u2069"}
channel-growth-none = جديد
channel-rebate = الخصم
channel-recorded = تاريخ التسجيل
fault-not-a-year = لا يمكن أن يكون الكشف لهذه السنة.
fault-not-a-quarter = ربع السنة رقم من 1 إلى 4.
fault-not-a-currency = العملة ثلاثة أحرف لاتينية كبيرة.
refusal-channel-stage-not-reached = تُتاح القناة ابتداءً من مرحلة «{ $stage }».
refusal-channel-entry-missing = لا يوجد إدخال كهذا. ربما أزاله شخص آخر.
refusal-channel-already-reported = تم الإبلاغ عن رقم الحساب هذا بالفعل.
refusal-channel-account-closed = هذا الحساب مغلق. اختر حسابًا آخر أو أبلغ عنه من جديد.
refusal-channel-has-end-users = لا يزال لهذا الحساب مستخدمون نهائيون، وعددهم: { $count }. أنهِ إعادة البيع لهم أو انقلهم إلى حساب آخر.
refusal-channel-resale-ended = انتهت إعادة البيع لهذا المستخدم النهائي. إذا استؤنفت، فأبلغ عن العميل من جديد.
refusal-channel-already-recorded = يوجد كشف لربع السنة هذا بالفعل.
refusal-channel-quarter-not-over = لم ينتهِ ربع السنة هذا بعد.
refusal-channel-too-many-accounts = بلغ عدد الحسابات المستخدمة الحد الأقصى المسموح به: { $most }. أغلق حسابًا لم يعد مستخدمًا.
refusal-channel-too-many-end-users = بلغ عدد المستخدمين النهائيين المسجلين الحد الأقصى المسموح به: { $most }. اطلب من البرنامج رفع هذا الحد.
