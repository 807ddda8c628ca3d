# タスク
tasks-title = タスク
tasks-overdue-title = 期限超過のタスク
tasks-text-all = 自社のユーザーが行うすべてのタスクです。
tasks-text-own = あなたが行うタスクです。期限の近い順に表示します。
tasks-none = タスクはありません。あなたへの推奨は、ここと、ホームページに表示されます。
tasks-none-overdue = 期限を過ぎたものはありません。
tasks-total-open =
    { $count ->
       *[other] 件の未完了タスク（自社全体）
    }
tasks-total-outstanding =
    { $count ->
       *[other] 件は期限内
    }
tasks-total-overdue =
    { $count ->
       *[other] 件は期限超過
    }
tasks-column-title = タスク
tasks-by-status = 状態
tasks-by-due-date = 期限
tasks-by-assigned-to = 担当者
tasks-by-type = 種類
tasks-tick-one = タスク「{ $title }」を選択
tasks-tick-first = 先に、タスクを1つ以上選択してください。
task-open = 未完了
task-overdue = 期限超過
task-completed = 完了
task-dismissed = 見送り
task-required = 必須
task-optional = 任意
task-nobody = なし
task-no-date = 期限なし
task-goal-onboarding = 最初のステップ
task-goal-strategic = ビジネス目標

tasks-recommended = おすすめのタスク
tasks-recommended-text = あなたのロールと自社の状況に基づいています。引き受けると、あなたのタスクになります。
tasks-take-up = 引き受ける
task-taken-up-said = タスクがあなたの一覧に追加されました。

tasks-assign-open = 担当者を変更
tasks-assign-title = 担当者の選択
tasks-assign-text = タスクは選んだユーザーの一覧に移り、すぐに始められます。
tasks-assign-find = 名前で検索
tasks-assign-nobody = その名前でアクセス権のあるユーザーはいません。
tasks-assign-to = 新しい担当者
tasks-assign-confirm = 確定
tasks-assigned-said =
    { $count ->
       *[other] { $count }件のタスクの担当者を変更しました。
    }
tasks-give-open = タスクを割り当て
tasks-give-title = タスクの割り当て
tasks-give-text = 行うタスクと担当者を選んでください。標準ユーザーには、割り当てられたものだけが表示されます。
tasks-give-what = タスク
tasks-give-due-hint = 日付を指定しない場合は、プログラムの既定の期限が適用されます。
tasks-give-button = 割り当て
tasks-given-said = タスクを割り当てました。

tasks-delete-open = 削除
tasks-delete-hint = 削除できるのは任意のタスクだけです。
tasks-delete-title = これらのタスクを削除しますか？
tasks-delete-text = すべての一覧から消え、担当していたユーザーに再び推奨されることはありません。この操作は取り消せません。
tasks-delete-button = 削除
tasks-deleted-said =
    { $count ->
       *[other] { $count }件のタスクを削除しました。
    }

task-submit = 送信
task-link-text = このタスクは別のページで行います。そちらで作業してから、ここに戻ってください。
task-link-open = 「{ $page }」へ移動
task-done = 完了にする
task-done-hint = 作業が記録されているかをポータルが確認します。
task-not-yet = 未完了
task-page-closed = このタスクを行うページを開く権限がありません。アライアンスリードに、ロールの付与か、別のユーザーへの割り当てを依頼してください。
task-gone = このタスクはプログラムからなくなりました。見送ることができます。
task-completed-said = タスクが完了しました。
task-dismiss = 見送る
task-dismiss-title = このタスクを見送りますか？
task-dismiss-text = 見送ったものとして記録に残り、再び推奨されることはありません。元に戻すことはできません。
task-dismissed-said =
    { $count ->
       *[other] { $count }件のタスクを見送りました。
    }

refusal-tasks-not-confirmed = 先に確認してください。何も変更されていません。
refusal-tasks-task-missing = そのタスクは存在しないか、あなたには表示できません。
refusal-tasks-template-missing = プログラムにそのタスクはありません。
refusal-tasks-not-recommended = このタスクはあなたに推奨されていません。アライアンスリードが割り当てることができます。
refusal-tasks-already-there = このタスクは、すでに誰かの一覧にあるか、完了しています。
refusal-tasks-task-closed = このタスクは完了または見送り済みのため、変更できません。
refusal-tasks-task-required = 必須のタスクは、完了するまで残ります。削除または見送りができるのは任意のタスクだけです。
refusal-tasks-has-form = このタスクは、そのフォームで行います。
refusal-tasks-has-no-form = このタスクは、リンク先のページで行います。
refusal-tasks-work-not-recorded = 作業はまだ記録されていません。タスクのリンク先のページで作業してから、もう一度お試しください。
refusal-tasks-too-many = 一度に指定できるのは{ $most }件までです。
