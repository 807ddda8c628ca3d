# サポート：窓口、ケース、記事、お問い合わせフォーム。
support-title = サポート
support-lead-text = { $desk }に質問し、やり取りを確認し、よくある質問の答えを読むことができます。
support-open = ケースを作成
support-open-text = 質問を送ります。必要に応じてファイルを添付できます
support-cases = 自社のケース
support-none = ケースはまだありません。
support-none-matches = 該当するケースはありません。
support-search = 件名、メッセージ、ファイル名に含まれる語句
support-show = 表示
support-found =
    { $count ->
       *[other] { $count }件のケース
    }
support-by-subject = 件名
support-by-progress = 状態
support-by-opened-by = 作成者
support-by-last-word = 最新のメッセージ
support-progress-all = すべて
support-progress-waiting = サポートの回答待ち
support-progress-answered = 回答済み
support-progress-closed = 終了
support-cancellation = メンバーシップの終了
support-cancellation-text = このケースは、プログラムにおける自社のメンバーシップの終了を求めるものです。何かが変わる前に、サポートが回答します。
support-topic = トピック
support-topic-all = すべてのトピック

support-articles = 記事
support-articles-title = サポート記事
support-articles-text = よくある質問への回答
support-articles-search = 記事を検索
support-articles-all = すべての記事
support-articles-none = 該当する記事はありません。
support-articles-found =
    { $count ->
       *[other] { $count }件の記事
    }
support-articles-ask = 探しているものが見つかりませんか？

support-new-title = ケースを作成
support-new-text = 3つの項目を選ぶと、質問が適切な担当者に届きます。
support-new-button = ケースを作成
support-new-tab = （新しいタブで開きます）
support-case-type = ケースの種類
support-question = 質問の種類
support-specific = 詳細
support-topic-next = 続ける
support-topic-change = この選択を使う
support-perhaps = 次の記事が役立つかもしれません
support-subject = 件名
support-subject-hint = 簡潔に入力してください。
support-description = 説明
support-description-hint = 何をしたか、何が起きたか、どうなるはずだったかを入力してください。
support-opened-said = ケースを作成しました。回答があるとメールでお知らせします。

support-files = 添付ファイル
support-files-hint = 最大{ $files }件、1件あたり{ $size }まで、1回の合計は{ $together }まで：{ $types }。
support-files-kept = 添付済みです。送らないものは選択を外してください。
support-files-too-many = ファイルが{ $files }件を超えています。
support-files-too-large = { $size }を超えるファイルがあります。
support-files-too-large-together = 合計が{ $together }を超えています。一部を別のメッセージで送ってください。
support-files-sending = ファイルを送信しています
support-file-label = { $name }（{ $size }）
support-size-bytes =
    { $number ->
       *[other] { $number }バイト
    }
support-size-kilobytes = { $number } KB
support-size-megabytes = { $number } MB
support-file-required = 名前のないファイルがあります。
support-file-too-long = 「{ $name }」の名前が長すぎます。
support-file-bad-character = 「{ $name }」の名前に使用できない文字が含まれています。ファイル名を変更してください。
support-file-not-a-file-name = 「{ $name }」はファイル名として使用できません。名前を変更してください。
support-file-ending = 「{ $name }」の拡張子のファイルは受け付けていません。
support-file-empty = 「{ $name }」は空です。
support-file-too-large = 「{ $name }」は大きすぎます。
support-file-not-allowed = 「{ $name }」のようなファイルは受け付けていません。
support-file-not-what-it-says = 「{ $name }」の内容が拡張子と一致しません。
support-file-too-many = 「{ $name }」を加えるとファイルの数が上限を超えます。
support-file-too-many-waiting = 「{ $name }」は受け付けられませんでした。送信待ちのファイルが多すぎます。明日もう一度お試しください。
support-file-twice = 「{ $name }」が二重に添付されています。
support-file-gone = 添付したファイルの1つがなくなりました。もう一度添付してください。
fault-not-of-case-type = この種類の質問を選択してください。
fault-not-of-question = この質問の値を選択してください。

support-about = このケースについて
support-opened-at = 作成日時
support-closed-at = 終了日時
support-correspondence = やり取り
support-staff = サポート
support-reply-title = 返信
support-reply = メッセージ
support-reply-button = 送信
support-replied-said = メッセージを送信しました。
support-unsent = 入力した内容と、送信されなかったもの
support-closed-text = このケースは終了しています。
support-again = 同じ内容で新しいケースを作成
support-close = ケースを終了
support-close-title = このケースを終了しますか？
support-close-text = 終了すると誰も書き込めなくなります。一覧には残ります。
support-closed-said = ケースを終了しました。
support-back-to-case = ケースに戻る

support-entry-help = サインインや登録でお困りの場合は、{ $desk }にお問い合わせください。
support-contact-form-title = お問い合わせフォーム
support-contact-form-text = サインインせずに{ $desk }へ連絡します
support-contact-intro = サインインできない方のためのフォームです。{ $desk }がメールで回答します。
support-contact-email = 回答を受け取るメールアドレス
support-contact-email-hint = 現在メールを受信できるアドレスを入力してください。
support-contact-company = 会社名
support-contact-message = メッセージ
support-contact-message-hint = 何を試し、何が起きましたか？ パスワードやコードは絶対に送らないでください。
support-contact-button = 送信
support-contact-sent = メッセージを送信しました
support-contact-sent-text = メッセージは{ $desk }に届きました。入力したアドレスにメールで回答します。
