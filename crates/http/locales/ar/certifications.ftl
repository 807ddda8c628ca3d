# الشهادات
certifications-own-title = شهاداتي
certifications-own-text = ما تعلمته والاختبارات التي اجتزتها، وكيف تُحتسب في بطاقة أداء شركتك.
certifications-own-none = لا يوجد شيء مسجل على عناوينك بعد.
certifications-learn = البحث عن دورة
certifications-company-title = التدريب والشهادات
certifications-company-text = ما أتمّه مستخدمو شركتك.
certifications-company-none = لم يُتمّ أحد من شركتك شيئًا بعد.
certifications-search = مستخدم أو شهادة
certifications-filter = تصفية
certifications-not-found = لا توجد نتائج مطابقة.
certifications-all = عرض الكل
certifications-silent = لا يشاركون شهاداتهم
certifications-without = لا شيء مسجل
certifications-settings = العناوين والمشاركة وعمليات النقل
certification-person = المستخدم
certification-what = الإنجاز
certification-on = تاريخ الإتمام
certification-until = صالح حتى
certification-status = الحالة
certification-any = الكل
certification-counts = محتسب
certification-waits = غير محتسب بعد
certification-expired = منتهي الصلاحية
certification-course = دورة
certification-address-title = عنوان الشهادات
certification-address-text = إذا كنت تجتاز الاختبارات بعنوان غير العنوان المسجل هنا، فأضفه هنا.
field-certification-address = عنوان حساب الشهادات
field-certification-address-hint =
    { $days ->
        [zero] يُحتسب ما اجتزته بهذا العنوان فور حفظه. أفرغ الحقل للتخلي عنه.
        [one] يُحتسب ما اجتزته بهذا العنوان بعد يوم واحد من حفظه. أفرغ الحقل للتخلي عنه.
        [two] يُحتسب ما اجتزته بهذا العنوان بعد يومين من حفظه. أفرغ الحقل للتخلي عنه.
        [few] يُحتسب ما اجتزته بهذا العنوان بعد { $days } أيام من حفظه. أفرغ الحقل للتخلي عنه.
        [many] يُحتسب ما اجتزته بهذا العنوان بعد { $days } يومًا من حفظه. أفرغ الحقل للتخلي عنه.
       *[other] يُحتسب ما اجتزته بهذا العنوان بعد { $days } يوم من حفظه. أفرغ الحقل للتخلي عنه.
    }
certification-counts-from = يُحتسب ما اجتزته بهذا العنوان ابتداءً من { $day }.
certification-address-saved = تم حفظ العنوان.
certification-address-cleared = تم إلغاء العنوان. يمكن لحساب آخر إضافته الآن.
certification-consent-title = المشاركة
certification-consent-text = لا يُحتسب لشركتك ولا يظهر في قائمتها إلا ما تشاركه.
certification-shared = مُشارَكة
certification-not-shared = غير مُشارَكة
certification-consent-give = مشاركة شهاداتي
certification-consent-withdraw = إيقاف المشاركة
certification-consent-given = أصبحت شهاداتك مُشارَكة.
certification-consent-withdrawn = لم تعد شهاداتك مُشارَكة.
certification-transfer = النقل من جهة عمل سابقة
certification-transfer-text = اطلب نقل شهادات ملف شخصي قديم إلى هذا الحساب. قد يستغرق ذلك حتى خمسة أيام عمل.
field-old-profile = عنوان الملف الشخصي القديم
field-old-profile-hint = إذا كان عنوانًا شخصيًا في بطاقة أداء شركتك السابقة، فألغه هناك أولًا.
certification-change = تغيير عنوان حساب الشهادات
certification-change-text = اطلب عنوانًا آخر لحساب شهاداتك. يلزم إدخال العنوانين.
field-previous-address = العنوان الحالي
field-new-address = العنوان الجديد
certification-ask = إرسال الطلب
certification-transfer-asked = تم إرسال طلب النقل.
certification-change-asked = تم إرسال طلب تغيير العنوان.
certification-requests = الطلبات
certification-requests-none = لم تقدّم أي طلب.
certification-from = من
certification-to = إلى
certification-due = موعد التنفيذ
certification-asked = قيد الانتظار
certification-overdue = متأخر
certification-granted = مقبول
certification-declined = مرفوض
outside-title = على مواقع أخرى
fault-address-taken = هذا العنوان مستخدم لدى شخص آخر، وعليه إلغاؤه أولًا.
fault-unchanged = الحال كذلك بالفعل.
fault-already-requested = سبق أن طلبت ذلك، وطلبك قيد الانتظار.
fault-same-address = العنوانان متطابقان.
refusal-certifications-address-taken = هذا العنوان مستخدم لدى شخص آخر، وعليه إلغاؤه أولًا.
refusal-certifications-unchanged = الحال كذلك بالفعل.
refusal-certifications-request-missing = لا يوجد طلب كهذا.
refusal-certifications-request-settled = تمت الإجابة عن هذا الطلب بالفعل.
refusal-certifications-already-requested = سبق أن طلبت ذلك، وطلبك قيد الانتظار.
refusal-certifications-record-missing = لا يوجد سجل كهذا.
refusal-certifications-already-recorded = هذا مسجل بالفعل.
refusal-certifications-too-many-entries = بلغ عدد الإدخالات المحفوظة الحد الأقصى: { $most }.
