# 商談とリード
pipeline-opportunity-title = 商談
pipeline-opportunity-back = すべての商談
pipeline-opportunity-called = 商談
pipeline-opportunity-search-label = タイトル、顧客、番号
pipeline-opportunity-none = 商談はまだありません。自社が登録した商談と、自社に共有された商談がここに表示されます。
pipeline-opportunity-none-fit = フィルターに一致する商談はありません。
pipeline-opportunity-new = 新しい商談
pipeline-opportunity-new-title = 新しい商談
pipeline-opportunity-new-text = 顧客とタイトルだけで始められます。商談の所有者はあなたになります。内容がそろったら審査に提出してください。
pipeline-opportunity-new-button = 作成
pipeline-opportunity-created = 商談を作成しました。まだ提出されていません。
pipeline-opportunity-report-title = 数字で見るパイプライン
pipeline-opportunity-bulk-title = ファイルによる商談の処理
pipeline-opportunity-bulk-import-hint = 各行が、あなたが所有する新しい商談になります。
pipeline-opportunity-bulk-update-hint = 各行が、「id」列のIDを持つ商談を変更します。ファイルにない列は変更されません。空のセルは、その項目を空にします。
pipeline-opportunity-bulk-transfer-hint = 各行が、「id」列の商談を、「owner」列のメールアドレスを持つユーザーに譲渡します。

pipeline-lead-title = リード
pipeline-lead-back = すべてのリード
pipeline-lead-called = リード
pipeline-lead-search-label = 顧客、連絡先、キャンペーン
pipeline-lead-none = 自社に共有されたリードはまだありません。新しいリードはここに表示され、パイプラインの担当者にメールで通知されます。
pipeline-lead-none-fit = フィルターに一致するリードはありません。
pipeline-lead-report-title = リードとキャンペーン
pipeline-lead-bulk-title = ファイルによるリードの処理
pipeline-lead-bulk-transfer-hint = 各行が、「id」列のリードを、「owner」列のメールアドレスを持つユーザーに譲渡します。

# 一覧
pipeline-report = 数字で見る
pipeline-files = ファイルで処理
pipeline-download = CSVでダウンロード
pipeline-show = 表示
pipeline-clear = フィルターを解除
pipeline-shown = { $total }件中{ $first }～{ $last }件
pipeline-filter-all = すべて
pipeline-filter-stage = ステージ
pipeline-filter-review = 審査
pipeline-filter-origin = 提供元
pipeline-filter-status = 共有
pipeline-filter-owner = 所有者
pipeline-due-from = 完了予定（開始日）
pipeline-due-until = 完了予定（終了日）
pipeline-sort-title = タイトル
pipeline-sort-customer = 顧客
pipeline-sort-stage = ステージ
pipeline-sort-status = 状態
pipeline-sort-owner = 所有者
pipeline-sort-target-close-date = 完了予定日
pipeline-sort-region = 地域
pipeline-sort-last-modified-date = 変更日
pipeline-nobody = 未定
pipeline-owner-me = 自分
pipeline-unknown = 不明

# 状態
pipeline-stage-prospect = 見込み
pipeline-stage-qualified = 適格
pipeline-stage-technical-validation = 技術検証
pipeline-stage-business-validation = ビジネス検証
pipeline-stage-committed = コミット済み
pipeline-stage-launched = 開始済み
pipeline-stage-closed-lost = 失注
pipeline-review-pending-submission = 未提出
pipeline-review-submitted = 提出済み
pipeline-review-in-review = 審査中
pipeline-review-approved = 承認済み
pipeline-review-rejected = 不適格
pipeline-review-action-required = 要回答
pipeline-status-pending = 回答待ち
pipeline-status-accepted = 受諾済み
pipeline-status-rejected = 却下
pipeline-status-expired = 期限切れ
pipeline-origin-aws-referral = プログラム
pipeline-origin-partner-referral = 自社
pipeline-involvement = 希望する関与
pipeline-involvement-co-sell = 共同で販売する
pipeline-involvement-for-visibility-only = 情報の共有のみ
pipeline-visibility = プログラムの営業担当者への開示範囲
pipeline-visibility-full = すべて
pipeline-visibility-limited = 最小限

# 詳細
pipeline-overview = 概要
pipeline-owner = 所有者
pipeline-origin = 提供元
pipeline-created = 作成日
pipeline-changed = 変更日
pipeline-past-steps = これまでの次のステップ
pipeline-history = 履歴
pipeline-by-programme = プログラム
pipeline-notice-not-submitted = この商談はまだ提出されていないため、プログラムには表示されません。
pipeline-notice-in-review = プログラムがこの商談を審査している間は、項目を変更できません。
pipeline-notice-question = プログラムは追加の情報を求めています。{ $reason }：{ $comments } 商談を編集して回答してください。その後、再び審査が行われます。
pipeline-notice-turned-down = プログラムはこの商談を不適格と判断しました：{ $reason }
pipeline-notice-pending = 自社に共有されたものです。進める場合は受諾し、進めない場合は却下してください。
pipeline-notice-pending-until = 自社に共有されたものです。{ $end }までに、進める場合は受諾し、進めない場合は却下してください。
pipeline-notice-rejected = 自社が却下しました：{ $reason }
pipeline-notice-expired = 期限までに回答がなかったため、受諾できなくなりました。
pipeline-event-opportunity-created = { $owner }さんの商談として作成
pipeline-event-opportunity-shared = { $owner }さんに共有
pipeline-event-opportunity-submitted = 審査に提出
pipeline-event-opportunity-edited = 編集
pipeline-event-opportunity-transferred = { $owner }さんに譲渡
pipeline-event-opportunity-accepted = { $owner }さんの商談として受諾
pipeline-event-opportunity-rejected = 却下
pipeline-event-opportunity-review-started = 審査を開始
pipeline-event-opportunity-approved = 承認
pipeline-event-opportunity-disqualified = 不適格
pipeline-event-opportunity-information-requested = 追加情報を依頼
pipeline-event-lead-shared = { $owner }さんに共有
pipeline-event-lead-accepted = { $owner }さんのリードとして受諾
pipeline-event-lead-rejected = 却下
pipeline-event-lead-edited = 編集
pipeline-event-lead-transferred = { $owner }さんに譲渡
pipeline-event-fields = 変更項目：{ $fields }

# 操作
pipeline-do-accept = 受諾
pipeline-do-reject = 却下
pipeline-do-submit = 提出
pipeline-do-edit = 編集
pipeline-do-transfer = 譲渡
pipeline-edit-title = { $title }の編集
pipeline-edit-contended = 入力している間に、ほかのユーザーが変更しました。入力内容はそのまま残っています。今保存すると、ほかのユーザーの変更が置き換えられます。先にその変更を確認するには、別のウィンドウで開いてください。
pipeline-saved = 変更を保存しました。
pipeline-unchanged = 変更はありません。
pipeline-submit-title = { $title }の提出
pipeline-submit-text = プログラムが商談を審査します。決定されるまで、項目は変更できません。
pipeline-co-sell-hint = プログラムの営業担当者が共同で取り組みます。
pipeline-visibility-only-hint = プログラムは把握しますが、関与しません。
pipeline-full-hint = 営業担当者がすべての項目を閲覧できます。
pipeline-limited-hint = 営業担当者は、競合を避けるために必要な項目だけを閲覧できます。
pipeline-submitted = 商談を提出しました。審査をお待ちください。
pipeline-accept-title = { $title }の受諾
pipeline-accept-text = 自社が引き受け、{ $owner }さんが所有者になります。受諾後は却下できません。
pipeline-accepted = 受諾しました。作業を始められます。
pipeline-reject-title = { $title }の却下
pipeline-reject-text = 自社では引き受けません。プログラムが改めて共有しない限り、後から受諾することはできません。
pipeline-reason = 理由
pipeline-reason-hint = プログラムに伝えられます。
pipeline-rejected = 却下しました。
pipeline-transfer-title = { $title }の譲渡
pipeline-transfer-text = 新しい所有者を選んでください。選べるのは、アクセス権があり、ロールで商談やリードの所有を許可されているユーザーだけです。
pipeline-transfer-to = 新しい所有者
pipeline-transfer-from = これまでの所有者
pipeline-transfer-keeps = 以後は{ $to }さんが所有者になります。あなたは引き続き閲覧と編集ができます。
pipeline-transfer-loses = 以後は{ $to }さんが所有者になります。あなたには表示されなくなります。
pipeline-transfer-confirm = 譲渡する
pipeline-transfer-other = 別のユーザーを選択
pipeline-transferred = { $title }を{ $to }さんに譲渡しました。

# ファイル
pipeline-bulk-get = ファイルの取得
pipeline-bulk-export-text = 閲覧できるすべての内容。編集して更新として送信できます
pipeline-bulk-template-text = 取り込み用の見出しのみ（行なし）
pipeline-bulk-template = 見出しをダウンロード
pipeline-bulk-send = ファイルの送信
pipeline-bulk-text = 変更の前に、各行で何が行われるかが表示されます。
pipeline-bulk-what = ファイルの用途
pipeline-bulk-import = 取り込み
pipeline-bulk-update = 更新
pipeline-bulk-transfer = 譲渡
pipeline-bulk-mode = 行に誤りがある場合
pipeline-bulk-all = すべての行を処理するか、まったく処理しない
pipeline-bulk-all-hint = 誤りのある行が1つでもあれば、何も変更されません。
pipeline-bulk-good = 正しい行だけを処理する
pipeline-bulk-good-hint = 誤りのある行は一覧に示され、除外されます。
pipeline-bulk-file = CSVファイル
pipeline-bulk-limits = UTF-8、1行目は見出し、最大{ $rows }行、{ $kilobytes }キロバイトまで。
pipeline-bulk-look = 内容を確認
pipeline-bulk-no-file = ファイルを選択してください。
pipeline-bulk-not-utf8 = { $line }行目に、UTF-8でないバイトが含まれています。ファイルをUTF-8で保存し、もう一度送信してください。
pipeline-bulk-unreadable = ファイルを読み取れません。何も変更されていません。
pipeline-bulk-gone = このファイルは、すでに取り込まれたか、長時間経過したため保持されていません。必要な場合は、もう一度送信してください。
pipeline-bulk-preview-title = ファイルによる変更内容
pipeline-bulk-preview = まだ何も変更されていません。
pipeline-bulk-held = 誤りのある行があり、「すべての行を処理するか、まったく処理しない」が選択されています。ファイルを修正し、もう一度送信してください。何も変更されていません。
pipeline-bulk-nothing = このファイルによる変更はありません。すべてすでにその状態か、誤りがあります。
pipeline-bulk-confirm =
    { $count ->
       *[other] { $count }件の変更を実行
    }
pipeline-bulk-changed = その間にほかのユーザーが変更したため、ファイルによる変更内容が変わりました。確定する前に、もう一度確認してください。何も変更されていません。
pipeline-bulk-done-title = ファイルを取り込みました
pipeline-bulk-done = 行ごとの結果は次のとおりです。
pipeline-bulk-again = 別のファイルを送信
pipeline-bulk-ignored = ここでは使われない次の列を無視しました：
pipeline-bulk-rows = 行
pipeline-count-created =
    { $count ->
       *[other] 新規{ $count }件
    }
pipeline-count-updated =
    { $count ->
       *[other] 更新{ $count }件
    }
pipeline-count-transferred =
    { $count ->
       *[other] 譲渡{ $count }件
    }
pipeline-count-unchanged =
    { $count ->
       *[other] 変更のない行{ $count }件
    }
pipeline-count-refused =
    { $count ->
       *[other] 誤りのある行{ $count }件
    }
pipeline-row-created = 新規
pipeline-row-updated = 更新
pipeline-row-transferred = 譲渡
pipeline-row-unchanged = 変更なし
pipeline-row-refused = 除外
pipeline-row-to = { $to }さんへ
pipeline-cell-fault = { $column }列目、{ $field }：{ $fault }
pipeline-line = 行
pipeline-column = 列
pipeline-heading = 見出し
pipeline-wrong = 誤りの内容
pipeline-outcome = 結果
pipeline-details = 詳細

# レポート
pipeline-report-as-of = { $moment }時点
pipeline-report-total =
    { $count ->
       *[other] 商談{ $count }件
    }
pipeline-report-funnel = リード：{ $leads }件、キャンペーン：{ $campaigns }件
pipeline-report-by-stage = ステージ別
pipeline-report-by-review = 審査別
pipeline-report-by-owner = 所有者別
pipeline-report-by-channel = キャンペーンの種類別のリード
pipeline-report-by-region = 地域とキャンペーンの種類別
pipeline-report-count = 商談
pipeline-report-monthly = 月間見込み額
pipeline-report-leads = リード
pipeline-report-accepted = 受諾済み
pipeline-report-campaigns = キャンペーン
pipeline-advice = { $name }さんは、自分が所有するものだけを扱っています。それには{ $role }ではなく{ $instead }のロールで足ります。

# フォーム
pipeline-more = さらに追加
pipeline-needed = 必須です。
pipeline-not-said = 未回答
pipeline-several-hint = 複数ある場合はセミコロンで区切ってください。
pipeline-field-of = { $group }{ $n }：{ $field }
pipeline-group-customer = 顧客
pipeline-group-contacts = 顧客の連絡先
pipeline-group-project = プロジェクト
pipeline-group-sale = 進捗状況
pipeline-group-spend = 顧客の見込み支出額
pipeline-group-spend-hint = 商談を提出するには、少なくとも1つの金額が必要です。
pipeline-group-more = プロジェクトの詳細
pipeline-group-marketing = マーケティング
pipeline-group-software = ソフトウェアの価格
pipeline-group-team = 自社のチーム
pipeline-group-interactions = リードの行動
pipeline-field-customer-account-company-name = 会社
pipeline-field-customer-account-industry = 業種
pipeline-field-customer-account-other-industry = 業種（自由記入）
pipeline-field-customer-account-other-industry-hint = 業種が「その他」の場合のみ。
pipeline-field-customer-account-website-url = Webサイト
pipeline-field-customer-account-address-country-code = 国
pipeline-field-customer-account-address-postal-code = 郵便番号
pipeline-field-customer-account-address-city = 市区町村
pipeline-field-customer-account-address-state-or-region = 都道府県または州
pipeline-field-customer-account-address-street-address = 番地
pipeline-field-customer-account-aws-account-id = クラウドアカウント
pipeline-field-customer-account-aws-account-id-hint = 12桁の数字。
pipeline-field-customer-account-duns = D-U-N-S番号
pipeline-field-customer-account-duns-hint = 9桁の数字。
pipeline-field-project-title = タイトル
pipeline-field-project-customer-business-problem = 顧客の課題と支援の内容
pipeline-field-project-customer-business-problem-hint = 20～2,000文字。
pipeline-field-project-customer-use-case = ワークロードの種類
pipeline-field-opportunity-type = 取引の種類
pipeline-field-project-delivery-models = 顧客への提供方法
pipeline-field-project-sales-activities = これまでの営業活動
pipeline-field-primary-needs-from-aws = 希望する支援
pipeline-field-project-other-solution-description = 提供する内容
pipeline-field-project-other-solution-description-hint = 掲載中のソリューションに該当しない場合。
pipeline-field-region = 地域
pipeline-field-partner-opportunity-identifier = 自社システムでの番号
pipeline-field-life-cycle-stage = ステージ
pipeline-field-life-cycle-target-close-date = 完了予定日
pipeline-field-life-cycle-next-steps = 次のステップ
pipeline-field-life-cycle-closed-lost-reason = 失注の理由
pipeline-field-life-cycle-closed-lost-reason-hint = ステージが「失注」の場合のみ。
pipeline-field-project-expected-contract-duration-value = 契約期間
pipeline-field-project-expected-contract-duration-term = 契約期間の単位
pipeline-field-project-competitor-name = 競合他社
pipeline-field-project-other-competitor-names = その他の競合他社
pipeline-field-project-other-competitor-names-hint = 競合他社が「その他」の場合のみ。
pipeline-field-project-apn-programs = きっかけとなったプログラム
pipeline-field-national-security = 国家安全保障に関わる案件
pipeline-field-national-security-hint = 政府機関の顧客の場合のみ。
pipeline-field-project-related-opportunity-identifier = 関連する商談
pipeline-field-project-related-opportunity-identifier-hint = 商談の番号。例：O1234567
pipeline-field-related-entity-identifiers-solutions = ソリューション
pipeline-field-related-entity-identifiers-solutions-hint = ソリューションの番号。例：S-0000001。複数ある場合はセミコロンで区切ってください。
pipeline-field-related-entity-identifiers-aws-products = クラウド製品
pipeline-field-related-entity-identifiers-aws-marketplace-offers = Marketplaceのオファー
pipeline-field-project-additional-comments = その他
pipeline-field-marketing-source = マーケティングによる獲得
pipeline-field-marketing-campaign-name = キャンペーン
pipeline-field-marketing-aws-funding-used = プログラムの資金の利用
pipeline-field-marketing-channels = キャンペーンの種類
pipeline-field-marketing-use-cases = キャンペーンのテーマ
pipeline-field-software-revenue-delivery-model = 支払方法
pipeline-field-software-revenue-value-amount = 金額
pipeline-field-software-revenue-value-amount-hint = 例：1200.50
pipeline-field-software-revenue-value-currency-code = 通貨
pipeline-field-software-revenue-effective-date = 開始日
pipeline-field-software-revenue-expiration-date = 終了日
pipeline-field-customer-company-name = 会社
pipeline-field-customer-industry = 業種
pipeline-field-customer-website-url = Webサイト
pipeline-field-customer-address-country-code = 国
pipeline-field-customer-address-postal-code = 郵便番号
pipeline-field-customer-address-city = 市区町村
pipeline-field-customer-address-state-or-region = 都道府県または州
pipeline-field-customer-address-street-address = 番地
pipeline-field-customer-aws-maturity = クラウドの利用経験
pipeline-field-customer-market-segment = 市場セグメント
pipeline-field-qualification-status = 見込み度
pipeline-field-part-first-name = 名
pipeline-field-part-last-name = 姓
pipeline-field-part-business-title = 役職
pipeline-field-part-email = メールアドレス
pipeline-field-part-phone = 電話番号
pipeline-field-part-phone-hint = 国番号から入力してください。例：+34600000000
pipeline-field-part-amount = 金額
pipeline-field-part-amount-hint = 例：1200.50
pipeline-field-part-currency-code = 通貨
pipeline-field-part-frequency = 頻度
pipeline-field-part-target-company = 支出先
pipeline-field-part-estimation-url = 見積もりのアドレス
pipeline-field-part-interaction-date = 日付
pipeline-field-part-customer-action = 行動の内容
pipeline-field-part-business-problem = 顧客の課題
pipeline-field-part-usecase = テーマ
pipeline-field-part-source-type = ソースの種類
pipeline-field-part-source-name = ソース
pipeline-field-part-source-id = ソースの番号

# 項目や行の誤り
fault-unknown-value = 選択できる値ではありません。
fault-bad-form = 必要な形式になっていません。
fault-not-a-date = 日付を入力してください。例：2026-03-01
fault-not-an-amount = 金額を入力してください。例：1200.50
fault-not-a-number = 整数を入力してください。
fault-in-the-past = この日付は過ぎています。
fault-before-start = 終了が開始より前になっています。
fault-only-with-other = 「その他」を選んだ場合のみ入力できます。
fault-only-for-government = 政府機関の顧客の場合のみ入力できます。
fault-only-when-lost = ステージが「失注」の場合のみ入力できます。
fault-not-to-be-submitted = 見込みまたは失注の商談は提出できません。
fault-locked-in-review = プログラムへの回答が済むまで、提出時のまま変更できません。
fault-not-an-id = これはIDではありません。
fault-exists-already = すでに存在します。
fault-twice-in-file = 別の行が同じ項目を指定しています。
fault-changed-meanwhile = ファイルのダウンロード後に変更されています。
fault-no-headings = ファイルに見出しがありません。
fault-unknown-heading = その項目はありません。
fault-heading-twice = この見出しは2回使われています。
fault-heading-missing = この列がありません。
fault-too-many-columns = 列が多すぎます。
fault-wrong-number-of-cells = 行のセル数が見出しの数と一致しません。
fault-quote-not-closed = ここで始まる引用符が閉じられていません。

# 拒否の理由
refusal-pipeline-invalid-file = ファイルに誤りがあります。何も変更されていません。
refusal-pipeline-file-too-large = ファイルが大きすぎます。上限は{ $most }バイトです。
refusal-pipeline-too-many-rows = 行が多すぎます。上限は{ $most }行です。
refusal-pipeline-company-missing = その会社はありません。
refusal-pipeline-entry-missing = その項目はありません。別の会社のものか、アドレスが間違っている可能性があります。
refusal-pipeline-entry-exists = この項目はすでに存在します。
refusal-pipeline-not-owner = これはほかのユーザーのものです。あなたのロールで扱えるのは、自分が所有するものだけです。所有者またはパイプラインの担当者に譲渡を依頼してください。
refusal-pipeline-review-locked = 審査の状態が「{ $status }」の間、この商談は変更できません。
refusal-pipeline-wrong-review-status = 現在の審査の状態では、この操作を行えません。
refusal-pipeline-not-shared = 自社に共有されたものではないため、受諾も却下もできません。
refusal-pipeline-share-not-accepted = 先に受諾してください。その後に作業できます。
refusal-pipeline-share-answered = すでに受諾または却下されています。
refusal-pipeline-share-rejected = 自社が却下したため、変更できません。
refusal-pipeline-share-expired = 回答期限を過ぎています。
refusal-pipeline-member-missing = 自社にそのユーザーはいません。
refusal-pipeline-target-not-active = このユーザーにはもうアクセス権がありません。
refusal-pipeline-target-cannot-own = このユーザーのロールでは、商談やリードを所有できません。
refusal-pipeline-already-owner = このユーザーはすでに所有者です。
refusal-pipeline-operation-not-offered = この操作はファイルでは行えません。
fault-not-a-time = 日時を入力してください。例：2026-03-01T09:00:00Z
