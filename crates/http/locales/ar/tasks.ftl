# المهام
tasks-title = المهام
tasks-overdue-title = المهام المتأخرة
tasks-text-all = كل ما على مستخدمي شركتك القيام به.
tasks-text-own = ما عليك القيام به، والأقرب موعدًا أولًا.
tasks-none = لا مهام. يظهر ما يوصى لك به هنا وفي الصفحة الرئيسية.
tasks-none-overdue = لا شيء متأخر.
tasks-total-open =
    { $count ->
        [zero] مهمة مفتوحة في شركتك
        [one] مهمة مفتوحة في شركتك
        [two] مهمتان مفتوحتان في شركتك
        [few] مهام مفتوحة في شركتك
        [many] مهمة مفتوحة في شركتك
       *[other] مهمة مفتوحة في شركتك
    }
tasks-total-outstanding =
    { $count ->
        [zero] منها ما زالت في موعدها
        [one] منها ما زالت في موعدها
        [two] منها ما زالتا في موعدهما
        [few] منها ما زالت في موعدها
        [many] منها ما زالت في موعدها
       *[other] منها ما زالت في موعدها
    }
tasks-total-overdue =
    { $count ->
        [zero] منها متأخرة
        [one] منها متأخرة
        [two] منها متأخرتان
        [few] منها متأخرة
        [many] منها متأخرة
       *[other] منها متأخرة
    }
tasks-column-title = المهمة
tasks-by-status = الحالة
tasks-by-due-date = الموعد
tasks-by-assigned-to = المكلَّف
tasks-by-type = النوع
tasks-tick-one = تحديد المهمة { $title }
tasks-tick-first = حدد مهمة واحدة على الأقل أولًا.
task-open = مفتوحة
task-overdue = متأخرة
task-completed = مكتملة
task-dismissed = متجاهَلة
task-required = إلزامية
task-optional = اختيارية
task-nobody = لا أحد
task-no-date = بلا موعد
task-goal-onboarding = الخطوات الأولى
task-goal-strategic = هدف تجاري

tasks-recommended = موصى بها لك
tasks-recommended-text = تستند إلى أدوارك ووضع شركتك. تولَّ إحداها فتصبح لك.
tasks-take-up = تولّي المهمة
task-taken-up-said = أصبحت المهمة في قائمتك.

tasks-assign-open = تغيير المكلَّف
tasks-assign-title = من سيقوم بها؟
tasks-assign-text = تنتقل المهام إلى قائمة الشخص الذي تختاره، ويمكنه البدء فورًا.
tasks-assign-find = البحث عن شخص بالاسم
tasks-assign-nobody = لا أحد بهذا الاسم لديه حق الوصول هنا.
tasks-assign-to = المكلَّف الجديد
tasks-assign-confirm = تأكيد
tasks-assigned-said =
    { $count ->
        [zero] لم يتغير المكلَّف بأي مهمة.
        [one] تم تغيير المكلَّف بمهمة واحدة.
        [two] تم تغيير المكلَّف بمهمتين.
        [few] تم تغيير المكلَّف بـ { $count } مهام.
        [many] تم تغيير المكلَّف بـ { $count } مهمة.
       *[other] تم تغيير المكلَّف بـ { $count } مهمة.
    }
tasks-give-open = إسناد مهمة
tasks-give-title = إسناد مهمة
tasks-give-text = اختر ما يجب القيام به ومن يقوم به. لا يحصل المستخدمون العاديون إلا على ما تسنده إليهم.
tasks-give-what = المهمة
tasks-give-due-hint = دون موعد تسري المدة التي يحددها البرنامج.
tasks-give-button = إسناد
tasks-given-said = تم إسناد المهمة.

tasks-delete-open = حذف
tasks-delete-hint = لا يمكن حذف إلا المهام الاختيارية.
tasks-delete-title = هل تريد حذف هذه المهام؟
tasks-delete-text = تختفي من كل القوائم ولا يوصى بها من جديد لمن كانت لديه. لا يمكن التراجع عن ذلك.
tasks-delete-button = حذف
tasks-deleted-said =
    { $count ->
        [zero] لم تُحذف أي مهمة.
        [one] تم حذف مهمة واحدة.
        [two] تم حذف مهمتين.
        [few] تم حذف { $count } مهام.
        [many] تم حذف { $count } مهمة.
       *[other] تم حذف { $count } مهمة.
    }

task-submit = إرسال
task-link-text = يتم ذلك في صفحة أخرى. أنجز العمل هناك ثم عُد.
task-link-open = الانتقال إلى { $page }
task-done = وضع علامة «مكتملة»
task-done-hint = تتحقق البوابة من أن العمل مسجل.
task-not-yet = لم تكتمل بعد
task-page-closed = الصفحة التي يتم فيها ذلك غير متاحة لك. اطلب من مسؤول التحالف الدور، أو إسناد المهمة إلى شخص آخر.
task-gone = لم تعد هذه المهمة في البرنامج. ويمكن تجاهلها.
task-completed-said = تم: اكتملت المهمة.
task-dismiss = تجاهل
task-dismiss-title = هل تريد تجاهل هذه المهمة؟
task-dismiss-text = تبقى مسجلة كمتجاهَلة ولا يوصى بها من جديد. ولا يمكن فتحها مرة أخرى.
task-dismissed-said =
    { $count ->
        [zero] لم تُتجاهل أي مهمة.
        [one] تم تجاهل المهمة.
        [two] تم تجاهل مهمتين.
        [few] تم تجاهل { $count } مهام.
        [many] تم تجاهل { $count } مهمة.
       *[other] تم تجاهل { $count } مهمة.
    }

refusal-tasks-not-confirmed = أكّد أولًا: لم يتغير شيء.
refusal-tasks-task-missing = لا توجد مهمة كهذه، أو لا يمكنك رؤيتها.
refusal-tasks-template-missing = لا توجد مهمة كهذه في البرنامج.
refusal-tasks-not-recommended = لا يوصى لك بهذه المهمة. يمكن لمسؤول التحالف إسنادها.
refusal-tasks-already-there = هذه المهمة في قائمة شخص ما بالفعل، أو أنها أُنجزت.
refusal-tasks-task-closed = هذه المهمة مكتملة أو متجاهَلة، فلا يتغير فيها شيء.
refusal-tasks-task-required = تبقى المهمة الإلزامية حتى تُنجز. لا يمكن حذف أو تجاهل إلا المهام الاختيارية.
refusal-tasks-has-form = تُنجز هذه المهمة بنموذجها.
refusal-tasks-has-no-form = تُنجز هذه المهمة في الصفحة التي تشير إليها.
refusal-tasks-work-not-recorded = لم يُسجَّل العمل بعد. أنجزه في الصفحة التي تشير إليها المهمة ثم حاول مرة أخرى.
refusal-tasks-too-many = هذا أكثر مما يمكن دفعة واحدة: الحد الأقصى { $most }.
