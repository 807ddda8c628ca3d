# 検索
search-title = 検索
search-empty = 上の欄に、ページ、タスク、顧客、記事、または自社のユーザーの名前を入力してください。
search-found =
    { $count ->
        [0] 開けるものの中に該当するものはありません。より短い言葉か別の言葉でお試しください。
       *[other] { $count }件
    }
search-filters = 種類
search-apply = 適用
search-clear = フィルターを解除
search-view-all = { $count }件すべて表示
search-view-less = 最初の5件を表示
search-help = ヘルプ
search-too-long = 検索できる長さを超えています。語数を減らしてください。
search-type-page = ページ
search-type-opportunity = 商談
search-type-lead = リード
search-type-offering = オファリング
search-type-technical-validation = 技術検証
search-type-case-study = 導入事例
search-type-device-listing = デバイス
search-type-workload = Well-Architectedワークロード
search-type-public-reference = 公開リファレンス
search-type-program-application = プログラムへの申請
search-type-competency-application = コンピテンシーへの申請
search-type-product = 製品とサービス
search-type-task = タスク
search-type-case = サポートケース
search-type-person = ユーザー
search-type-guide = ガイド
search-type-video = 動画
search-type-document = 文書
search-type-faq = 質問
search-type-walkthrough = 操作ガイド
search-type-news = ニュース
search-type-event = イベント
