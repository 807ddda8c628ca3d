# ホームページ
home-title = ホーム
home-hello = こんにちは、{ $name }さん
home-my-tasks = マイタスク
home-all-my-tasks = マイタスクをすべて表示
home-no-tasks = 対応が必要なものはありません。
home-more-tasks =
    { $count ->
       *[other] ほか{ $count }件
    }
home-company-tasks = 自社全体
home-all-tasks = すべてのタスク
home-see-tasks = すべてのタスクを表示
home-nobodys-tasks = まだ誰にもタスクがありません。タスクのページで割り当ててください。
home-all-news = すべてのパートナーニュースを表示
home-all-events = すべてのパートナーイベントを表示
home-pages = 利用できるページ
home-can-title = できること
home-can-text = あなたのロールと自社の状況によって決まります。
home-can-all = 全{ $count }件
home-can-more = 会社のリードを確認
browser-firefox-extended = これはFirefoxの延長サポート版（バージョン{ $version }）のようです。ポータルはこの版に対応していません。通常版のFirefox、またはChromium系のブラウザーをお使いください。
browser-edge-legacy = このバージョンのEdgeは、{ $since }以降サポートされていません。提供元によるサポートは2021年に終了しています。2020年1月に後継として公開されたEdgeであれば問題なくご利用いただけます。更新してください。
browser-desktop-recommended = この端末でもポータルをご利用いただけますが、デスクトップの方が使いやすくなります。
