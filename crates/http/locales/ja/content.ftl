# ニュース、イベント、リソース、操作ガイド
news-title = パートナーニュース
news-lead = ポータルやサービスの公開情報と、押さえておきたい日程です。過去6か月分を表示します。
events-title = パートナーイベント
events-lead = 今後のすべてのイベントです。全パートナーに関わるものを先頭に表示します。
resources-title = リソース
resources-lead = プログラムが提供するガイド、動画、文書、よくある質問です。
walkthroughs-title = 操作ガイド
walkthroughs-lead = ポータルの使い方と、よく行われる操作を一歩ずつ案内します。
content-words = キーワード
content-kind = 種類
content-delivery = 開催形式
content-show = 表示
content-found =
    { $count ->
       *[other] { $count }件
    }
content-none = まだ何も公開されていません。
content-none-matches = 該当するものはありません。フィルターを外すか、別の言葉でお試しください。
content-pinned = ピン留め
content-portal-launch = ポータル
content-service-launch = サービス
content-deadline = 期限
content-webinar = ウェビナー
content-workshop = ワークショップ
content-summit = サミット
content-keynote = 基調講演
content-in-person = 現地開催
content-virtual = オンライン
content-both = 現地とオンライン
content-guide = ガイド
content-video = 動画
content-document = 文書
content-faq = 質問
content-of-the-portal = 使い方
content-steps =
    { $count ->
       *[other] { $count }ステップ
    }
content-day = 公開日
content-source = 提供元
content-begins = 開始
content-ends = 終了
content-place = 場所
content-more = 続きを読む
content-register = 詳細と申し込み
content-open = 開く
content-step-open = ページへ移動
