# メール
mail-code-registration-text =
    こんにちは。

    { $programme }への登録に使うコードをお知らせします。

        { $code }

    有効期間は{ $minutes }分です。登録を始めた覚えがない場合は、このメールを無視してください。コードが入力されない限り、何も行われません。
mail-code-reset-text =
    こんにちは。

    { $programme }の新しいパスワードの設定に使うコードをお知らせします。

        { $code }

    有効期間は{ $minutes }分で、お申し込みになったブラウザーでのみ使えます。お心当たりがない場合は、このメールを無視してください。パスワードは変更されません。
mail-invitation-subject = { $company }からパートナーポータルへの招待
mail-invitation-text =
    こんにちは。

    { $company }から、{ $programme }の同社アカウントに招待されています。用意されているロール：{ $roles }

    { $until }までに、次のリンクから登録してください。

    { $link }

    このリンクはあなた専用です。この会社にお心当たりがない場合は、このメールを無視してください。
mail-welcome-subject = パートナーポータルへようこそ
mail-welcome-text =
    { $name } 様

    { $company }のユーザーとして登録されました。ポータルはこちらです。

    { $home }
mail-lead-received-subject = アライアンスリードになりました
mail-lead-received-text =
    こんにちは。

    { $from }さんから、{ $company }のアライアンスリードのロールを引き継ぎました。今後はあなたが会社のアカウントを管理します。

    { $home }
mail-lead-given-subject = アライアンスリードのロールが移管されました
mail-lead-given-text =
    こんにちは。

    { $new-lead }さんが、あなたに代わって{ $company }のアライアンスリードになりました。意図したものでない場合は、直ちに本人にご連絡ください。
mail-lead-change-asked-subject = アライアンスリードの交代の依頼
mail-lead-change-asked-text =
    こんにちは。

    { $by }さんがアライアンスリードの交代を依頼しています。内容は次のとおりです。

    { $note }

    まだ何も変更されていません。同意する場合は、「ユーザー管理」でロールを移管してください。

    { $home }
mail-password-changed-subject = パスワードが変更されました
mail-password-changed-text =
    こんにちは。

    { $programme }のアカウントのパスワードが変更され、すべてのセッションが終了しました。お心当たりがない場合は、直ちにパスワードを再設定してください。

    { $home }
mail-access-ended-subject = アクセス権が終了しました
mail-access-ended-text =
    こんにちは。

    { $programme }における{ $company }のアカウントへのアクセス権が終了しました。誤りと思われる場合は、アライアンスリードにご連絡ください。
mail-case-answered-subject = サポートからの回答：{ $subject }
mail-case-answered-text =
    こんにちは。

    ケース「{ $subject }」にサポートから回答がありました。ポータルで回答を確認し、返信してください。

    { $case }
mail-inquiry-answered-subject = Re: { $subject }
mail-inquiry-answered-text =
    { $name } 様

    { $programme }にお寄せいただいた「{ $subject }」について回答いたします。

    { $text }

    お問い合わせいただいた覚えがない場合は、このメールを無視してください。
mail-promotion-subject = プロモーションコードのお知らせ
mail-promotion-text =
    こんにちは。

    { $company }の年会費のお支払いを確認しました。ありがとうございます。付属のプロモーションコードをお知らせします。

        { $code }

    利用するには、クラウドアカウントの請求コンソールに管理者としてサインインし、「クレジット」を開いて「引き換え」を選び、コードを入力してください。利用できるのは一度だけです。
mail-lead-shared-subject = リードが共有されました
mail-lead-shared-text =
    { $name } 様

    リード「{ $title }」が貴社に共有されました。ポータルで受諾または却下してください。

    { $home }
mail-opportunity-shared-subject = 商談が共有されました
mail-opportunity-shared-text =
    { $name } 様

    商談「{ $title }」が貴社に共有されました。ポータルで受諾または却下してください。

    { $home }
mail-information-requested-subject = 追加情報のお願い：{ $title }
mail-information-requested-text =
    { $name } 様

    「{ $title }」の審査に追加情報が必要です。ポータルで追加し、再提出してください。

    { $home }
mail-information-requested-with-comments-subject = 追加情報のお願い：{ $title }
mail-information-requested-with-comments-text =
    { $name } 様

    「{ $title }」の審査に追加情報が必要です。

    { $comments }

    ポータルで追加し、再提出してください。

    { $home }
