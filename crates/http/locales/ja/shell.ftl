# すべてのページの枠
language-name = 日本語
# 左から右へ書く文字はltr、右から左へ書く文字はrtl
language-direction = ltr
# 言語の書式で書かれた日時と、そのタイムゾーン
moment-utc = { $moment } UTC
product = Guildhall
skip = 本文へ移動
search-label = ポータル内を検索
search-placeholder = 検索
search-button = 検索
corner-label = アカウントとサポート
sections-label = セクション
menu-support = サポート
menu-language = 言語
language-text = ページと、あなたに届くメールは、この言語で表示されます。
language-current = 使用中
language-chosen = ポータルの表示言語を{ $language }に変更しました。
demo-strip = これはデモです。このコンピューターの外には何も送信されません。ポータルが送るメールはここに届きます：
footer-text = Guildhall：オープンソースのパートナーポータル
walk-title = 操作ガイド
walk-all = すべての操作ガイド
cancel = キャンセル
item-go = 移動
item-elsewhere = リンク先の{ $site }は、ポータルの一部ではありません。ここでのサインインは引き継がれません。
dialog-label = 確認してください
copy = コピー
copied = コピーしました。
copy-csv = CSVとしてコピー
copied-csv = 表をCSVとしてコピーしました。
print = 印刷
opens-elsewhere = （別のサイトを新しいタブで開きます）
pager-label = 一覧のページ
pager-previous = 前へ
pager-next = 次へ
continue = 続ける
next = 次へ
yes = はい
no = いいえ
all-roles = 全員
all-paths = すべてのパス
path-stage = { $path }：{ $stage }
your-roles = あなたのロール
company-stands = 自社の状況
faults-title = 次の点をご確認ください
steps-label = 手順

item-who = このページを開けるユーザー
item-roles = ロール
item-paths = パス
item-stage = 必要なステージ
item-aliases = 別名

denied-kicker = アクセス権なし
denied-title = アクセス権がありません
denied-item = 「{ $title }」を開く権限がありません
denied-action = この操作は行えません：{ $title }
denied-missing = 不足しているもの
denied-role = 次のいずれかのロール：
denied-path = 会社が次のいずれかのパスに参加していること：
denied-stage = 自社のパスが少なくとも次のステージに達していること：
denied-nobody = これを開けるロールはありません。
denied-help = ロールを付与できるユーザー
denied-myself = あなたは、このロールを自分自身を含めて付与できます：
denied-write = メールを書く
denied-letter-subject = パートナーポータルへのアクセス：{ $what }
denied-letter-body =
    { $name } 様

    パートナーポータルで、次のいずれかのロールを付与していただけますか：{ $roles }

    よろしくお願いいたします。
    { $me }
denied-programme = パスとステージは、社内ではなくプログラムが決定します。アライアンスリードにお問い合わせください。

error-home = ホームへ
error-request = お問い合わせの際は、このリクエスト番号をお知らせください：
error-400-title = リクエストを読み取れません
error-400-text = ページから送信される内容と異なる部分があります。前のページに戻り、再読み込みしてからもう一度お試しください。
error-401-title = サインインしてください
error-401-text = セッションが終了しました。
error-403-title = 実行されませんでした
error-403-text = リクエストがポータルのページから送信されたものではないため、何も変更されませんでした。
error-404-title = ページが見つかりません
error-404-text = アドレスが間違っているか、ページがなくなった可能性があります。
error-405-title = このアドレスは、この方法では使えません
error-405-text = 該当するページから開いてください。
error-409-title = すでに変更されています
error-409-text = 別のウィンドウまたはほかのユーザーによって、すでに変更または送信されています。現在の状態を確認し、改めて判断してください。
error-413-title = 一度に送信できる量を超えています
error-413-text = フォームの内容が、ポータルで一度に受け付けられる量を超えています。
error-415-title = リクエストを読み取れません
error-415-text = ポータルは、ブラウザーが送信する形式のフォームを受け付けます。
error-421-title = このサーバーは、その名前では応答しません
error-421-text = 入力したアドレスを確認してください。
error-422-title = この操作は実行できません
error-422-text = リクエストの中に実行できない内容があります。
error-429-title = しばらくお待ちください
error-429-text = お使いのネットワークから、短時間に多くのリクエストがありました。
error-500-title = 問題が発生しました
error-500-text = こちら側の問題です。もう一度お試しください。再び発生する場合は、アライアンスリードまたはプログラムにお知らせください。
error-503-title = ポータルが混み合っています
error-503-text = しばらくしてからもう一度お試しください。
error-limited =
    { $minutes ->
       *[other] 試行回数が多すぎます。{ $minutes }分待ってから、もう一度お試しください。
    }
error-stale-form = ページを開いてから時間がたちすぎたか、別のセッションのページです。何も変更されていません。ページを開き直し、もう一度送信してください。
error-unknown-outcome = 変更が保存されたかどうかを確認できません。もう一度試す前に、現在の状態を確認してください。

mailbox-title = メールボックス
mailbox-text = このデモが送信したすべてのメールを、宛先を問わず表示します。メッセージを開くと、リンクやコードを確認できます。
mailbox-empty = メールはまだありません。ユーザーを登録するか、同僚を招待してください。
mail-to = 宛先：{ $to }
item-pageless-title = このポータルには該当するページがありません。
item-pageless-text = 利用は許可されています。どこで行うかは、アライアンスリードまたはプログラムにお尋ねください。
