# マーケットプレイス：アカウントのリンク、IAMロールへのマッピング、ポリシー
marketplace-title = AWS Marketplace
marketplace-back = AWS Marketplaceに戻る
marketplace-link = アカウントをリンク
marketplace-manage = リンク済みアカウントを管理
marketplace-open = Marketplaceポータルを開く
marketplace-own-role = サインオンに使うロール
marketplace-home-unlinked = 自社のMarketplaceアカウントはまだリンクされていません。リンクすると、ここから再サインインせずにMarketplaceに移動でき、商談にオファーを添付できるようになります。
marketplace-home-linked = 自社のMarketplaceアカウントはリンクされています。誰がどのIAMロールでサインオンするかを、ここで設定します。
marketplace-home-mapped = 自社のMarketplaceアカウントはリンクされており、サインオンできます。
marketplace-unlinked-title = リンクされたアカウントはありません
marketplace-unlinked-text = 会社がリンクできるAWSアカウントは、AWS Marketplaceでの販売に使う1つだけです。会社の全員で共有します。
marketplace-need-1 = リンクを許可された、そのアカウントのIAMユーザーが必要です。必要なポリシーは最初のステップに示されます。
marketplace-need-2 = リンクすると、クラウド管理者用のIAMロールが作成され、あなたにポータルのクラウド管理者ロールが付与されます。
marketplace-need-3 = ユーザーのIAMロールへのマッピングは最後に行います。後からでもかまいません。
marketplace-linked-title = リンク済みアカウント
marketplace-account = AWSアカウントID
marketplace-admin-role = クラウド管理者用のIAMロール
marketplace-linked-by = リンクしたユーザー

# リンクの手順
link-step-prepare = 準備
link-step-account = アカウント
link-step-identity = サインイン
link-step-allow = 許可
link-already = アカウントはすでにリンクされています。
link-done = アカウントをリンクしました。ユーザーをIAMロールにマッピングできます。
link-company = 会社
link-account-text = 自社が販売に使うアカウントはどれですか？
link-account-hint = 12桁の数字。ハイフンなし。
link-sign-in = AWS Marketplaceへのサインイン方法
link-sign-in-iam-user = IAMユーザー
link-sign-in-hint = アカウントのルートユーザーではリンクできません。
link-identity-text = AWS Marketplaceにサインインした際のIAMユーザーを入力してください。パスワードやシークレットキーを求めることはありません。ここに入力した内容は、リンクの証跡に記録されます。
link-arn = IAMユーザーのARN
link-arn-hint = 例：arn:aws:iam::{ $account }:user/Alice
link-principal = プリンシパルID
link-key = アクセスキーID
link-key-hint = キーのIDだけを入力し、シークレットは入力しないでください。
link-policies = IAMユーザーのポリシー
link-offered = このユーザーには、最初のステップで示された{ $name }がアタッチされている
link-own-policy = ユーザーのその他のポリシー（JSON）
link-own-policy-hint = すべてのポリシーが合わせて評価されます。拒否するものが優先されます。
prepare-text = リンクするアカウントのIAMコンソールで行ってください。アカウントのリンクを許可されたIAMユーザーがすでにいる場合は、そのまま先に進んでください。
prepare-policy-title = リンクするIAMユーザーのポリシー
prepare-policy-1 = IAMコンソールにサインインします。
prepare-policy-2 = 「アクセス管理」で「ポリシー」を開き、「ポリシーの作成」を選びます。
prepare-policy-3 = 「JSON」を選び、以下のドキュメントを貼り付けます。
prepare-policy-4 = 次に進み、ポリシー名を{ $name }とし、確認して作成します。説明とタグは任意です。
prepare-policy-5 = IAMユーザーにアタッチします。
prepare-trust-title = ロールの信頼ポリシー
prepare-trust-text = ユーザーをマッピングするIAMロールには、このカスタム信頼ポリシーが必要です。ユーザーに設定することはできません。
allow-title = 接続の許可
allow-text = 「許可」を選ぶと、2つのアカウントとそのユーザーの接続を承認したことになります。
allow-check = IAMユーザーのポリシーの評価
allow-consequences = 許可すると行われること
allow-consequence-1 = アカウントがリンクされます。会社が同時にリンクできるアカウントは1つです。
allow-consequence-2 = クラウド管理者用のIAMロールがアカウントに作成されます。
allow-consequence-3 = あなたがまだクラウド管理者でない場合は、ポータルのクラウド管理者になります。
allow-button = 許可
allow-again = 最初からやり直す
unlink-title = アカウントのリンク解除
unlink-text = リンクを直ちに解除します。ここに挙げたユーザーはこのポータルからAWS Marketplaceにサインオンできなくなり、商談にオファーを添付できなくなります。登録されたIAMロールの情報も削除されます。AWSアカウント内の内容は変わりません。
unlink-people =
    { $count ->
        [0] マッピングされているユーザーはいません
       *[other] { $count }人がサインオンできなくなります
    }
unlink-crm = マッピングも解除されます。
unlink-button = リンクを解除
unlink-done = アカウントのリンクを解除しました。

# ユーザーのマッピング
available-title = マッピングできるパートナーユーザー
available-text = IAMロールがまだないユーザーです。1人ずつ選んでください。
available-none = 全員にIAMロールがあります。
mapped-title = マッピング済みのユーザー
mapped-none = IAMロールにマッピングされたユーザーはまだいません。
mapped-sign-on = シングルサインオン
mapped-works = 利用可
mapped-fails = 利用不可
map-open = IAMロールにマッピング
map-pick = 選択
map-pick-label = { $name }を選択
map-pick-one = この操作では、ユーザーを1人だけ選択してください。
map-title = IAMロールへのマッピング
map-text = マッピングすると、ユーザーは専用のパスワードなしでAWS Marketplaceにサインオンし、ロールで許可された操作を行えます。
map-person = パートナーユーザー
map-role = IAMロール
map-role-hint = 名前と信頼ポリシーが要件を満たし、選択できるロールだけを表示しています。
map-no-roles = 選択できる登録済みのロールがありません。先にAWS Marketplaceのページでロールを登録してください。
map-button = ロールをマッピング
map-done = { $name }さんを{ $role }にマッピングしました。
map-none = ロールなし
unmap-open = ロールのマッピング解除
unmap-pick = 先に、ロールのマッピングを解除するユーザーを選択してください。
unmap-title = ロールのマッピング解除
unmap-text =
    { $count ->
       *[other] 直ちに、選択した{ $count }人のユーザーはこのポータルからAWS Marketplaceにサインオンできなくなります。再びマッピングすることもできます。
    }
unmap-button = マッピングを解除
unmap-done =
    { $count ->
       *[other] { $count }人のロールのマッピングを解除しました。
    }

# IAMロールのタブ
iam-about = IAMロールがあると、AWS Marketplace Management Portalにサインオンできます。
iam-title = Marketplaceアカウントはまだリンクされていません
iam-text = 自社のMarketplaceアカウントをリンクすると、ここでユーザーをIAMロールにマッピングできます。リンクはアライアンスリードまたはクラウド管理者が行います。
iam-no-roles = 選択できるIAMロールはまだありません。クラウド管理者がAWSアカウントで作成し、AWS Marketplaceのページで登録します。
iam-admins = クラウド管理者のユーザー
iam-admins-none = すべてのクラウド管理者にIAMロールがあります。
iam-tick-first = 先に、マッピングするユーザーを選択してください。
iam-mapped =
    { $count ->
       *[other] { $count }人をマッピングしました。
    }
iam-unmap = マッピングの解除は、AWS Marketplaceのページでアライアンスリードまたはクラウド管理者が行います。

# CRM連携
crm-title = CRM連携用のIAMロール
crm-text = ロールがあると、CRMとの連携機能がMarketplaceアカウントを操作できます。たとえば、プライベートオファーを商談に添付できます。
crm-needs = ロールで{ $actions }を許可する必要があります。
crm-none = CRM連携にはIAMロールがありません。
crm-map = IAMロールをマッピング
crm-done = CRM連携を{ $role }にマッピングしました。
crm-unmap = IAMロールのマッピングを解除
crm-unmap-title = CRM連携のマッピング解除
crm-unmap-text = 直ちに、連携機能はMarketplaceアカウントを操作できなくなります。再びマッピングすることもできます。
crm-unmap-done = CRM連携のマッピングを解除しました。

# IAMロール
roles-of-account = アカウントのIAMロール
roles-text = ロールはAWSアカウントで作成し、ここで登録します。マッピングできるのは、名前が{ $prefix }で始まるロールだけです。
roles-checks = チェック
roles-used = サインオンに使うユーザー
roles-people =
    { $count ->
        [0] なし
       *[other] { $count }人
    }
role-named = 名前は適合
role-not-named = 名前が不適合
role-trusted = 信頼設定あり
role-not-trusted = 信頼設定なし
role-offers = オファーの添付可
role-no-offers = オファーの添付不可
role-of-link = リンク時に作成
role-of-crm = CRM連携がこのロールでサインオンします。
role-origin = 由来
role-facts = ロール
role-policies = ポリシー
role-nobody = いません。
role-change = 変更を登録
role-register-title = IAMロールの登録
role-register-text = AWSアカウントでのロールの内容を入力してください。まずはお試しください。チェックごとに、判定の根拠となるステートメントが示されます。
role-register = 登録
role-registered = ロールを登録しました。
role-try = 試す
role-tried = チェックの結果
role-arn = ロールのARN
role-arn-hint = 名前は{ $prefix }で始まる必要があります。例：{ $example }
role-trust = 信頼ポリシー
role-full-access = このロールには{ $name }がアタッチされている
role-full-access-hint = ベンダーが提供する販売者向けのポリシーです。オファーの添付のほか、多くの操作を許可します。
role-own-policy = 独自のポリシー{ $n }（JSON）
role-own-policy-hint = たとえば、ユーザーに必要な操作だけを許可するもの。空のものは保存されません。
role-withdraw = ロールの登録を解除
role-withdraw-title = IAMロールの登録解除
role-withdraw-text = 以後、このロールをここで選ぶことはできません。AWSアカウント内のロールは変わりません。
role-withdrawn = { $role }の登録を解除しました。

# ポリシー
policies-title = ポリシードキュメント
policies-text = リンクとマッピングに必要なドキュメントです。そのままコピーして使えます。
policy-partner-account-management = リンクするIAMユーザー用：クラウド管理者用ロールの作成、そのポリシーのアタッチ、アカウントの関連付け。
policy-partner-central-trust = マッピングするすべてのIAMロールの信頼ポリシー：アカウント管理サービスがロールを引き受けることを許可します。
policy-partner-central-account-management-user-role-association = クラウド管理者用ロールのポリシー：ロールの一覧表示と受け渡し、ユーザーのマッピングとその解除。
policy-awsmarketplace-seller-full-access = ベンダーの販売者向けポリシーのうち、ポータルが必要とするもの：プライベートオファーの添付に使う2つのアクション。
managed-title = マネージドポリシーと独自のポリシー
managed-text = マネージドポリシーは、AWSが作成し管理するポリシーです。一般的な用途に対応しており、すぐに使い始められます。このページのものは、パートナーポータルのユーザーがAWS Marketplaceで行える操作を定めます。
managed-advice = マネージドポリシーはすべての顧客向けに作られているため、必要以上の操作を許可することがあります。最小権限を実現するには、範囲を絞った独自のポリシーが適しています。マネージドポリシーから始めて、使われない権限を取り除いてください。
managed-tag = AWSが管理
readings-title = 参考資料
reading-practices = IAMのベストプラクティス
reading-managing = IAMポリシーの管理
reading-managed = マネージドポリシーとインラインポリシー
try-this = 試してみる
try-title = ポリシーを試す
try-text = ポリシーを貼り付けると、問題点が示されます。アクションを入力すると、許可されるかどうかと、判定の根拠となるステートメントも示されます。
try-kind = ドキュメントの種類
try-permissions = 権限を定めるポリシー
try-trust = 信頼ポリシー
try-document = ポリシー
try-action = アクション
try-action-hint = 例：iam:PassRole。入力しない場合は、ポリシーの読み取りだけを行います。
try-resource = リソース
try-resource-hint = ARN。入力しない場合は、特定のリソースを対象としません。
try-by = 要求元
try-by-hint = 信頼ポリシーの場合：ARNまたはサービス名。
try-key = コンテキストのキー
try-key-hint = 例：iam:PassedToService
try-value = 値
try-value-hint = このキーについて、リクエストで分かっている値。
try-button = 試す
try-readable = ポリシーを読み取れました。
try-unreadable = ポリシーを読み取れないため、何も許可されません。
check-allowed = 許可
check-not-allowed = 不許可
check-no-statement = 評価するステートメントがありませんでした。
check-place = { $policy }、ステートメント{ $statement }
check-allows = 許可します
check-denies = 拒否します（拒否が優先されます）
check-other-action = 別のアクションが対象です
check-other-resource = 別のリソースが対象です
check-other-principal = 別のプリンシパルが対象です
check-condition = { $key }に対する条件{ $operator }を満たしていません
check-failed = 判定できません：{ $why }

# 拒否の理由
refusal-linking-not-linked = 先にアカウントをリンクしてください。
refusal-linking-already-linked = アカウント{ $account }がすでにリンクされています。リンクできるのは1社につき1つです。
refusal-linking-root-identity = ルートユーザーではアカウントをリンクできません。IAMユーザーとしてサインインしてください。
refusal-linking-not-an-iam-user = これはIAMユーザーのARNではありません。
refusal-linking-identity-elsewhere = このIAMユーザーは、リンクしようとしているアカウントのものではありません。
refusal-linking-link-not-permitted = IAMユーザーのポリシーではリンクが許可されていません：{ $why }
refusal-linking-not-allowed = 接続が許可されなかったため、リンクは行われていません。
refusal-linking-quota-full = クラウド管理者の人数が上限に達しているため、リンクしてもクラウド管理者になれません。
refusal-linking-role-missing = そのIAMロールは登録されていません。一覧から選んでください。
refusal-linking-role-elsewhere = このロールは、リンク済みアカウントとは別のAWSアカウントのものです。
refusal-linking-role-prefix = マッピングするロールの名前は{ $prefix }で始まる必要があります。
refusal-linking-role-not-trusted = このロールの信頼ポリシーでは、サービスがロールを引き受けることができません：{ $why }
refusal-linking-cloud-admin-role-only = クラウド管理者は、リンク時に作成されたIAMロールにのみマッピングできます。
refusal-linking-role-of-cloud-admins = このIAMロールはクラウド管理者専用です。
refusal-linking-role-in-use = このロールは使用中です。先に、このロールでサインオンするユーザーのマッピングを解除してください。
refusal-linking-member-missing = 自社にそのユーザーはいません。
refusal-linking-target-not-active = このユーザーにはもうアクセス権がありません。
refusal-linking-already-mapped = すでにマッピングされています。先に解除してください。
refusal-linking-not-mapped = IAMロールへのマッピングはありません。
refusal-linking-lists-mixed = 一度に選べるのは1つの一覧のユーザーだけです。クラウド管理者か、それ以外のどちらかにしてください。
refusal-linking-too-many-users = 一度にマッピングできるのは{ $most }人までです。
refusal-linking-too-many-roles = 登録できるロールは{ $most }個までです。
refusal-linking-offer-actions-missing = このロールでは、オファーの添付に必要なアクションの一部が許可されていません。不足：{ $actions }
refusal-linking-call-not-permitted = クラウド管理者用のIAMロールでは許可されていません：{ $why }
fault-not-twelve-digits = AWSアカウントIDは12桁の数字です。
fault-not-an-arn = これはARNではありません。ARNはarn:aws:iam::123456789012:user/Aliceのような形式です。
fault-bad-part = ARNに、空の部分または使えない文字があります。
fault-wildcard = *や?を使わず、1つの対象を指定してください。
fault-not-a-role = これはIAMロールのARNではありません。
fault-syntax = JSONとして読み取れません。コンマ、引用符、かっこを確認してください。
fault-duplicate-key = ドキュメントの同じ部分に同じ名前が2回あります。
fault-too-deep = ドキュメントの入れ子が深すぎます。
fault-unknown-managed-policy = ポータルが認識するAWSのマネージドポリシーに、その名前のものはありません。ドキュメントを貼り付けてください。
fault-too-many = 数が多すぎます。
fault-action-form = アクションは、*や?を使わず、service:Nameの形式で入力してください。
fault-key-form = キーはservice:Nameの形式で入力してください。
fault-key-twice = このキーは2回指定されています。
role-own-policy-name = 独自のポリシー{ $n }の名前
