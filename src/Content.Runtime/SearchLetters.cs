namespace Content.Runtime;

/// <summary>
/// Letters as a search compares them: small, and without accents. The tables are our own, because a program may run without those of its platform's
/// globalization library, and the words of a query have to come out as those of the build did.
/// </summary>
internal static class SearchLetters
{
    /// <summary>Small letters, and digits, that stand for others, in order of their code.</summary>
    private const string Accented =
        "ª²³µ¹ºàáâãäåçèéêëìíîïðñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįİıĵķĸĺļľłńņňŋōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžſƀơư" +
        "ǎǐǒǔǖǘǚǜǝǟǡǧǩǫǭǯǰǵǹǻǿȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳʹΐάέήίΰςϊϋόύώϐϑϒϓϔϕϖϰϱϲϵйѐёѓїќѝўѷӂӑӓӗӛӝӟӣӥӧӫӭӯӱӳӵӹ\u0622\u0623\u0624\u0625\u0626ḁḃ" +
        "ḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙẛạảấầẩẫậắằẳẵặẹẻẽếềểễệỉị" +
        "ọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὀὁὂὃὄὅὐὑὒὓὔὕὖὗὠὡὢὣὤὥὦὧὰάὲέὴήὶίὸόὺύὼώᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒ" +
        "ᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱᾲᾳᾴᾶᾷιῂῃῄῆῇῐῑῒΐῖῗῠῡῢΰῤῥῦῧῲῳῴῶῷ";

    /// <summary>Those others, place by place.</summary>
    private const string Plain =
        "a23μ1oaaaaaaceeeeiiiidnoooooouuuuyyaaaccccddeeeeegggghhiiiiiijkkllllnnnnooorrrsssstttuuuuuuwyzzzsbou" +
        "aiouuuuueaagkooʒjgnaoaaeeiioorruusthaeooooyʹιαεηιυσιυουωβθυυυφπκρσεиеегікиуѵжааеәжзииоөэууучы\u0627\u0627\u0648\u0627\u064Aab" +
        "bbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtwysaaaaaaaaaaaaeeeeeeeeii" +
        "oooooooooooouuuuuuuyyyyααααααααεεεεεεηηηηηηηηιιιιιιιιοοοοοουυυυυυυυωωωωωωωωααεεηηιιοουυωωααααααααηηη" +
        "ηηηηηωωωωωωωωαααααααιηηηηηιιιιιιυυυυρρυυωωωωω";

    /// <summary>The letter that <paramref name="letter"/> is compared as; <c>\0</c> where it is compared as several, which <see cref="Several"/> knows.</summary>
    public static char Fold(char letter)
    {
        letter = char.ToLowerInvariant(letter);
        if (letter < '\u0080')
            return letter;
        var place = Accented.AsSpan().BinarySearch(letter);
        if (place >= 0)
            return Plain[place];
        return Several(letter).Length > 0 ? '\0' : letter;
    }

    /// <summary>The letters that one letter is compared as; empty where that is one.</summary>
    public static string Several(char letter) => char.ToLowerInvariant(letter) switch
    {
        'ß' => "ss",
        'æ' or 'ǣ' or 'ǽ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ŉ' => "n",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => "",
    };
}
