# パートナー検索
partners-title = パートナーを探す
partners-text = 掲載の条件を満たし、掲載を希望しているプログラム参加企業です。製品、顧客の分野、場所で検索できます。
partners-words = キーワード
partners-any = すべて
partners-country = 国または地域
partners-product = 提供内容
partners-customer = 対象顧客
partners-qualification = 資格
partners-show = 表示
partners-found =
    { $count ->
       *[other] パートナー{ $count }社
    }
partners-none = 掲載されているパートナーはまだありません。
partners-none-match = 該当するパートナーはありません。言葉やフィルターを減らしてください。
partners-website = Webサイト
partners-solutions = オファリング
partners-case-studies = 導入事例
partners-products = 製品とサービス
partners-qualifications = 資格
partners-works-for = 対象顧客と領域
partners-locations = 拠点
