/* Letters of all scripts spelt in ASCII. */
#include "fake_host.h"
#include "keys/key_words.h"
#include "keys/romanize.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct spelling {
    const char *text, *ascii;
};

static void check_folded(const struct spelling *cases, size_t count, bool apart)
{
    for (size_t i = 0; i < count; i++) {
        pc_text out = { 0 };

        pc_key_fold(&out, pc_s(cases[i].text), apart);
        pc_text_putc(&out, '\0');
        if (strcmp(out.p, cases[i].ascii) != 0)
            fail_msg("%s: '%s', not '%s'", cases[i].text, out.p, cases[i].ascii);
        pc_text_free(&out);
    }
}

static void test_alphabets(void **state)
{
    static const struct spelling cases[] = {
        { "Łódź Đorđević Þór", "Lodz Dordevic Thor" },
        /* ELOT 743 gives these as its examples of pairs */
        { "Παπαδόπουλος", "Papadopoulos" },
        { "Ευάγγελος", "Evangelos" },
        { "Ναύπλιο ευχαριστώ", "Nafplio efcharisto" },
        { "Μπάμπης Λάμπρου", "Bampis Lamprou" },
        { "Σφίγξ άγχος", "Sfinx anchos" },
        { "ΟΥΡΑΝΟΣ", "OURANOS" },
        { "Μαΐου άυλος", "Maiou aylos" },
        { "Ἀριστοτέλης", "Aristotelis" },
        { "Щербаков Юлия Объём", "Shcherbakov Iuliia Obieem" },
        { "Ђорђе Ќосев Қазақ", "Djordje Kosev Qazaq" },
        { "محمد الخوارزمي", "mhmd alkhwarzmy" },
        { "مُحَمَّد", "muhamad" },
        { "فردوسی ۱۳۹۹", "frdwsy 1399" },
        { "ﻣﺤﻤﺪ", "mhmd" },
        { "שלום כץ", "shlvm khts" },
    };

    (void)state;
    check_folded(cases, COUNT(cases), false);
}

static void test_east_asia(void **state)
{
    static const struct spelling together[] = {
        { "张伟", "zhangwei" },
        { "欧阳", "ouyang" },
        { "吕", "lu" },
        { "\xEF\xA4\x80", "qi" }, /* a compatibility form */
        { "김민준", "gimminjun" },
        { "박 읽 꽃", "bak ik kkot" },
        { "\xE1\x84\x80\xE1\x85\xB5\xE1\x86\xB7", "gim" }, /* as single letters */
        { "ひらがな きょうと", "hiragana kyouto" },
        { "しゃしん ちょっと ざっし まっちゃ", "shashin chotto zasshi matcha" },
        { "コンピューター", "konpyuta" },
        { "ティー ファイル ウィキ ジェット", "ti fairu wiki jetto" },
        { "ｶﾞｲﾄﾞ ﾊﾟｿｺﾝ", "gaido pasokon" },
        { "\xE3\x81\x8B\xE3\x82\x99", "ga" }, /* ka and a mark */
        { "っ", "" },
        { "ー", "" },
        { "山田。太郎", "shantian tailang" },
    };
    static const struct spelling apart[] = {
        { "深度学习", "shen du xue xi" },
        { "BERT模型", "BERT mo xing" },
    };

    (void)state;
    check_folded(together, COUNT(together), false);
    check_folded(apart, COUNT(apart), true);
}

static void test_compatibility(void **state)
{
    static const struct spelling cases[] = {
        { "eﬃcient ﬁeld ﬂow oﬀ", "efficient field flow off" },
        { "ﬅ ﬆ ĳ Ĳ ǆ Æ", "st st ij IJ dz Ae" },
        { "ＡＢＣ１２３ｘ－ｙ", "ABC123x-y" },
        { "𝐀𝒷𝟡 𝛼 ℝ ℓ", "Ab9 a R l" },
        { "Ⅳ ⅷ", "IV viii" },
        { "x² ①", "x" }, /* no letters */
        { "a\xE2\x80\x8B"
          "b ‘c’ d–e",
          "ab 'c' d-e" },
        { "ᚠᚢ", "" },
        { "\xFF\x80", "" },
    };

    (void)state;
    check_folded(cases, COUNT(cases), false);
}

static void test_words(void **state)
{
    static const struct {
        const char *text, *words;
        int most;
    } cases[] = {
        { "深度学习的图像", "shenduxue", 3 },
        { "ディープラーニングによる画像認識", "dipuraningu", 1 },
        { "ディープラーニングによる画像認識", "dipuraninguniyoruhua", 3 },
        { "딥러닝 기반 영상", "dipreoning", 1 },
        { "BERT模型 and 方法", "bertmo", 2 },
        { "안 하다", "an", 1 }, /* no English word */
        { "安全", "an", 1 },
        { "BERT를 위한", "bertreul", 2 },
        { "Eﬃcient ﬁelds", "efficient", 1 },
        { "Η ανάλυση", "i", 1 },
        { "تحليل النص", "thlyl", 1 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_text out = { 0 };

        pc_key_add_words(&out, pc_s(cases[i].text), cases[i].most);
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, cases[i].words);
        pc_text_free(&out);
    }
}

/* Every code point, alone and before another letter, gives letters and digits of ASCII only, and
 * takes at least one byte and no more than there are. */
static void test_every_code_point(void **state)
{
    size_t spelt = 0;

    (void)state;
    for (uint32_t rune = 0x80; rune < 0x110000; rune++) {
        static const char *const after[] = { "", "a", "ゃ", "υ", "\xEF\xBE\x9E", "か" };
        struct pc_roman roman;
        pc_text text = { 0 };

        if (rune >= 0xD800 && rune < 0xE000)
            continue;
        for (size_t i = 0; i < COUNT(after); i++) {
            bool known;

            text.n = 0;
            pc_text_rune(&text, rune);
            pc_text_puts(&text, after[i]);
            known = pc_romanize(pc_text_str(&text), true, &roman);
            assert_true(roman.n > 0 && roman.n <= text.n);
            assert_true(!known || strlen(roman.text) < sizeof roman.buffer);
            for (const char *p = known ? roman.text : ""; *p != '\0'; p++)
                assert_true((*p >= '0' && *p <= '9') || ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z'));
            spelt += known && i == 0;
        }
        pc_text_free(&text);
    }
    assert_true(spelt > 40000); /* 27,000 Chinese characters, 11,172 syllables of Hangul */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alphabets),        cmocka_unit_test(test_east_asia),
        cmocka_unit_test(test_compatibility),    cmocka_unit_test(test_words),
        cmocka_unit_test(test_every_code_point),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
