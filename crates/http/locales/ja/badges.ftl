# バッジマネージャー
badges-title = バッジマネージャー
badges-text = 自社が獲得した実績を社名入りの画像にしたもので、サイトや資料に使えます。画像はその時点の状況から毎回作成されるため、状況が変わったときはダウンロードし直してください。
badges-none = バッジは、自社が到達したステージに応じて提供されます。まだバッジはありません。
badge-label = { $over }：{ $title }。{ $company }
badge-look-dark = ダーク
badge-look-light = ライト
badge-look-outline = 背景なし
badge-download = ダウンロード（SVG）
badge-png = PNGとして保存
