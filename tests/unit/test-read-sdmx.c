/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SDMX-CSV of both generations, and OECD.Stat. The forms are those of the field guide of SDMX-CSV and of files that
 * Eurostat and the OECD hand out; the tables were written down by hand.
 */
#include "read-case.h"

#define REMEDY                                                                                                         \
    "keep one of the two, apply the changes first, or have all rows as they stand with format.type: csv, or "          \
    "--delimiter"
#define ONE "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
#define ONE_ROW "ESTAT:LFSA_ARGAN(1.0),11/06/26 23:00:00,"
#define ONE_COLUMNS                                                                                                    \
    "DATAFLOW:text LAST UPDATE:text freq:text unit:text geo:text TIME_PERIOD:year OBS_VALUE:number+unit+flag "         \
    "OBS_FLAG:text CONF_STATUS:text reason:text"

static void test_first(void **state)
{
    (void)state;
    assert_text(ONE ONE_ROW "A,PC,FR,2021,66.5,bd,\n" ONE_ROW "A,PC,NA,2021,,,C\n" ONE_ROW "A,PC,EL,2022,:,,\n", NULL,
                ONE_COLUMNS "\n"
                            "2|ESTAT:LFSA_ARGAN(1.0)|11/06/26 23:00:00|A|PC|FR|2021|66.5|bd|~|~\n"
                            "3|ESTAT:LFSA_ARGAN(1.0)|11/06/26 23:00:00|A|PC|NA|2021|~|~|C|confidential\n"
                            "4|ESTAT:LFSA_ARGAN(1.0)|11/06/26 23:00:00|A|PC|EL|2022|~|~|~|not available");
    /* The status of confidentiality is a flag of the value; the column stays as it is. */
    assert_companions(ONE ONE_ROW "A,PC,FR,2021,66.5,b,F\n" ONE_ROW "A,PC,NA,2021,,p,C\n" ONE_ROW "A,PC,EL,2022,,,N\n",
                      "OBS_VALUE", "66.5 PC b,~ PC pc,~ PC c");
    /* Some dataflows have no flags. */
    assert_text("DATAFLOW,freq,geo,TIME_PERIOD,OBS_VALUE\nD,M,LT,2020-02,1\n", NULL,
                "DATAFLOW:text freq:text geo:text TIME_PERIOD:month OBS_VALUE:number reason:text\n"
                "2|D|M|LT|2020-02|1|~");
}

static void test_second(void **state)
{
    (void)state;
    static const char labels[] =
        "STRUCTURE[|];STRUCTURE_ID;ACTION;DIM1: Dimension 1;TIME_PERIOD: Time period;OBS_VALUE: Observation value;"
        "OBS_STATUS: Status;UNIT_MEASURE: Unit;UNIT_MULT: Multiplier;\"NOTE[en;fr]: Note\"\n"
        "dataflow;A:B(1.0);I;A: Value: A;2020-Q1;1.5;E: Estimated;EUR: Euro;6: Millions;\"en:x;\nfr:y\"\n"
        "dataflow;A:B(1.0);D;A: Value: A;2020-Q2;1.5;A: Normal;EUR: Euro;6: Millions;\n"
        "dataflow;A:B(1.0);M;A: Value: A;~;;;EUR: Euro;;\n"
        "dataflow;A:B(1.0);M;B: Value B;2020-Q2;NaN;A: Normal;EUR: Euro;0: Units;#N/A\n";
    assert_text(
        labels, NULL,
        "STRUCTURE:text STRUCTURE_ID:text ACTION:text DIM1:text Dimension 1:text TIME_PERIOD:quarter "
        "OBS_VALUE:number+unit+flag OBS_STATUS:text Status:text UNIT_MEASURE:text Unit:text UNIT_MULT:text "
        "Multiplier:text NOTE:text reason:text\n"
        "2|dataflow|A:B(1.0)|I|A|Value: A|2020-Q1|1.5|E|Estimated|EUR|Euro|6|Millions|en:x;\nfr:y|~\n"
        "6|dataflow|A:B(1.0)|M|B|Value B|2020-Q2|~|A|Normal|EUR|Euro|0|Units|~|not available\n"
        "t: note: 1 rows are left out, because they hold attributes and no observation\n"
        "t:4: note: 1 rows from this one on delete nothing that stands before them (action D), and are left out");
    /* Values stay as written, their unit says the power of ten; A says nothing, E is an estimate. */
    assert_companions(labels, "OBS_VALUE", "1.5 10^6 EUR e,~ EUR ~");
    /* Labels in columns of their own, twice with the same name. */
    assert_text("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,REF_AREA,Area,PARTNER,Area,TIME_PERIOD,Time period,OBS_VALUE\n"
                "dataflow,OECD:X(1.0),Name,LTU,Lithuania,NA,Namibia,2020,,7\n",
                NULL,
                "STRUCTURE:text STRUCTURE_ID:text STRUCTURE_NAME:text REF_AREA:text Area:text PARTNER:text "
                "Area (PARTNER):text TIME_PERIOD:year Time period:text OBS_VALUE:number reason:text\n"
                "2|dataflow|OECD:X(1.0)|Name|LTU|Lithuania|NA|Namibia|2020|~|7|~");
}

static void test_dialects(void **state)
{
    (void)state;
    static const char commas[] = "DATAFLOW;geo;TIME_PERIOD;OBS_VALUE\nD;LT;2020;1,5\n";
    assert_text(commas, NULL,
                "t:2:11: \"1,5\" in column \"OBS_VALUE\" is not a number (decimal comma? set format.decimal: \",\")");
    assert_text(commas, "{decimal: ','}",
                "DATAFLOW:text geo:text TIME_PERIOD:year OBS_VALUE:number reason:text\n2|D|LT|2020|1.5|~");
    assert_text("\xef\xbb\xbf\"DATAFLOW\"\t\"geo\"\t\"TIME_PERIOD\"\t\"OBS_VALUE\"\n\"D\"\t\"LT\"\t\"2020\"\t\"2\"\n",
                NULL, "DATAFLOW:text geo:text TIME_PERIOD:year OBS_VALUE:number reason:text\n2|D|LT|2020|2|~");
    assert_text(
        "STRUCTURE#STRUCTURE_ID#OBS_VALUE\nd#e#1\n", NULL,
        "t:1:1: the character \"#\" behind the first name is no delimiter that is read (a comma, a semicolon, a "
        "bar or a tab is read)");
    assert_text("a,b\n", "{type: sdmx-csv}", "t:1:1: the header begins neither with STRUCTURE nor with DATAFLOW");
}

static void test_periods(void **state)
{
    (void)state;
    assert_text(
        "DATAFLOW,TIME_PERIOD,OBS_VALUE\nD,2015-W99,1\n", NULL,
        "DATAFLOW:text TIME_PERIOD:text OBS_VALUE:number reason:text\n2|D|2015-W99|1|~\n"
        "t:2: warning: \"2015-W99\" is no period of the calendar, so the column \"TIME_PERIOD\" is kept as text");
    assert_text("DATAFLOW,TIME_PERIOD,OBS_VALUE\nD,2015,1\nD,2015-Q1,1\n", NULL,
                "DATAFLOW:text TIME_PERIOD:quarter OBS_VALUE:number reason:text\n2|D|2015|1|~\n3|D|2015-Q1|1|~");
    assert_text("DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nD,A,2015,1\nD,Q,2015-Q2,1\n", NULL,
                "DATAFLOW:text FREQ:text TIME_PERIOD:quarter OBS_VALUE:number reason:text\n2|D|A|2015|1|~\n"
                "3|D|Q|2015-Q2|1|~");
}

static void test_columns(void **state)
{
    (void)state;
    static const char *const columns[] = {"geo", "OBS_VALUE", NULL}, *const reasons[] = {"reason", NULL};
    static const char text[] = ONE ONE_ROW "A,PC,FR,2021,66.5,bd,\n" ONE_ROW "A,PC,NA,2021,,,C\n";
    assert_columns(text, columns, "geo:text OBS_VALUE:number+unit+flag\n2|FR|66.5\n3|NA|~");
    assert_columns(text, reasons, "reason:text\n2|~\n3|confidential");
}

/* An observation that stands twice, whatever the messages want to do with it, is no row to be added up. */
static void test_repeated(void **state)
{
    (void)state;
    static const char two[] = "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UPDATED\n";
    g_autofree char *same = g_strconcat(two,
                                        "dataflow,A:B(1.0),I,LT,2020,1,A,x\ndataflow,A:B(1.0),I,LV,2020,2,A,x\n"
                                        "dataflow,A:B(1.0),R,LT,2020,3,E,x\n",
                                        NULL);
    assert_text(same, NULL,
                "t:4: the key \"dataflow, A:B(1.0), LT, 2020, x\" of line 2 stands here a second time (" REMEDY ")");
    /* Behind the value stand attributes, but nobody says so. */
    g_autofree char *other =
        g_strconcat(two, "dataflow,A:B(1.0),I,LT,2020,1,A,x\ndataflow,A:B(1.0),I,LT,2020,2,A,y\n", NULL);
    assert_text(other, NULL,
                "STRUCTURE:text STRUCTURE_ID:text ACTION:text GEO:text TIME_PERIOD:year OBS_VALUE:number+flag "
                "OBS_STATUS:text UPDATED:text reason:text\n"
                "2|dataflow|A:B(1.0)|I|LT|2020|1|A|x|~\n3|dataflow|A:B(1.0)|I|LT|2020|2|A|y|~\n"
                "t:3: warning: the codes \"dataflow, A:B(1.0), LT, 2020\" of line 2 stand here a second time, and only "
                "\"UPDATED\" differs (if that is no dimension, choose one of them with a filter)");
    /* What tells rows apart need not be asked for. */
    static const char *const columns[] = {"GEO", "OBS_VALUE", NULL};
    assert_columns("DATAFLOW,GEO,sex,TIME_PERIOD,OBS_VALUE\nX,LT,F,2020,1\nX,LT,M,2020,2\n", columns,
                   "GEO:text OBS_VALUE:number\n2|LT|1\n3|LT|2");
    assert_columns("DATAFLOW,GEO,sex,TIME_PERIOD,OBS_VALUE\nX,LT,F,2020,1\nX,LT,F,2020,2\n", columns,
                   "t:3: the key \"X, LT, F, 2020\" of line 2 stands here a second time (" REMEDY ")");
}

/* A row that deletes an observation of its own file is not passed over: the table would hold what is not there. */
static void test_deleted(void **state)
{
    (void)state;
    static const char before[] = "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\n"
                                 "dataflow,A:B(1.0),I,LT,2020,1\ndataflow,A:B(1.0),I,LV,2020,2\n";
    g_autofree char *same = g_strconcat(before, "dataflow,A:B(1.0),D,LT,2020,\n", NULL);
    assert_text(same, NULL,
                "t:4: the observation \"dataflow, A:B(1.0), LT, 2020\" of line 2 is deleted here (leave both lines "
                "out, or apply the changes first)");
    /* An empty code stands for all of them, and so does one that is switched off. */
    g_autofree char *series = g_strconcat(before, "dataflow,A:B(1.0),D,LV,,\n", NULL);
    assert_text(series, NULL,
                "t:4: the observation \"dataflow, A:B(1.0), LV, 2020\" of line 3 is deleted here (leave both lines "
                "out, or apply the changes first)");
    g_autofree char *period = g_strconcat(before, "dataflow,A:B(1.0),D: Delete,~,2020,\n", NULL);
    assert_text(period, NULL,
                "t:4: the observation \"dataflow, A:B(1.0), LT, 2020\" of line 2 is deleted here (leave both lines "
                "out, or apply the changes first)");
    /* What other files have, and what comes again afterwards. */
    g_autofree char *other = g_strconcat(
        before, "dataflow,A:B(1.0),D,LT,2021,\ndataflow,A:B(1.0),D,EE,2020,\ndataflow,A:B(1.0),I,EE,2020,3\n", NULL);
    assert_text(
        other, NULL,
        "STRUCTURE:text STRUCTURE_ID:text ACTION:text GEO:text TIME_PERIOD:year OBS_VALUE:number reason:text\n"
        "2|dataflow|A:B(1.0)|I|LT|2020|1|~\n3|dataflow|A:B(1.0)|I|LV|2020|2|~\n"
        "6|dataflow|A:B(1.0)|I|EE|2020|3|~\n"
        "t:4: note: 2 rows from this one on delete nothing that stands before them (action D), and are left out");
}

static void test_refusals(void **state)
{
    (void)state;
    assert_text("STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1.0),I,LT,2020,1\n"
                "dataflow,A:B(1.0),X,LV,2020,2\n",
                NULL, "t:3: the action \"X\" is not known (there are I, A, M, R and D)");
    assert_text(
        "DATAFLOW,geo,TIME_PERIOD,UNIT_MULT,OBS_VALUE\nA,LT,2020,3,1\nA,LV,2020,thousand,1\n", NULL,
        "DATAFLOW:text geo:text TIME_PERIOD:year UNIT_MULT:text OBS_VALUE:number+unit reason:text\n"
        "2|A|LT|2020|3|1|~\n3|A|LV|2020|thousand|1|~\n"
        "t:3: warning: \"thousand\" in column \"UNIT_MULT\" is no power of ten, and stands in the unit as it is");
    assert_text("DATAFLOW,geo,geo,OBS_VALUE,\n", NULL, "t:1: column 5 of the header has no name");
    assert_text(ONE ONE_ROW "A,PC,FR,2021\n", NULL,
                "t:2:53: the row has 6 fields, the header has 9 (is the row cut off?)");
    assert_text("DATAFLOW,geo,OBS_VALUE\nD,\"LT,1\n", NULL,
                "t:2:3: the quote that opens here is never closed (close it with \", and write \"\" for a quote within "
                "the field)");
    assert_text(
        "DATAFLOW,geo,OBS_VALUE\nD,LT,many\n", NULL,
        "t:2:6: \"many\" in column \"OBS_VALUE\" is not a number (set format.missing if it stands for a missing "
        "value)");
}

static void test_oecd(void **state)
{
    (void)state;
    static const char text[] =
        "\"LOCATION\",\"Country\",\"TIME\",\"Time\",\"Unit Code\",\"Unit\",\"PowerCode Code\",\"PowerCode\",\"Value\","
        "\"Flag Codes\",\"Flags\"\n"
        "\"LTU\",\"Lithuania\",\"2020-Q1\",\"Q1-2020\",\"EUR\",\"Euro\",\"6\",\"Millions\",1.5,\"E\",\"Estimated "
        "value\"\n"
        "\"LTU\",\"Lithuania\",\"2020-Q2\",\"Q2-2020\",\"EUR\",\"Euro\",\"6\",\"Millions\",..,\"M\",\"Missing\"\n";
    assert_text(text, NULL,
                "LOCATION:text Country:text TIME:quarter Time:text Unit Code:text Unit:text PowerCode Code:text "
                "PowerCode:text Value:number+unit+flag Flag Codes:text Flags:text reason:text\n"
                "2|LTU|Lithuania|2020-Q1|Q1-2020|EUR|Euro|6|Millions|1.5|E|Estimated value|~\n"
                "3|LTU|Lithuania|2020-Q2|Q2-2020|EUR|Euro|6|Millions|~|M|Missing|cannot exist");
    assert_companions(text, "Value", "1.5 10^6 EUR e,~ 10^6 EUR m");
    assert_text("a,b\n", "{type: oecd}", "t:1: the header does not name LOCATION, TIME and Value");
}

/* Keys, names of structures, columns of one's own, attributes of several values and of several languages with line
 * breaks, names in columns of their own behind the codes. */
static void test_rare_columns(void **state)
{
    (void)state;
    assert_text(
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SERIES_KEY,OBS_KEY,FREQ,GEO,Place,TIME_PERIOD,OBS_VALUE,"
        "NOTE[en;fr],UPDATED,TAGS[]\n"
        "dataflow,A:B(1.0),Name,I,A.NA,A.NA.2020,A,NA,Namibia,2020,1.5,\"en:one\ntwo;fr:un\",2024-01-01,a;b\n",
        NULL,
        "STRUCTURE:text STRUCTURE_ID:text STRUCTURE_NAME:text ACTION:text SERIES_KEY:text OBS_KEY:text FREQ:text "
        "GEO:text Place:text TIME_PERIOD:year OBS_VALUE:number NOTE:text UPDATED:text TAGS:text reason:text\n"
        "2|dataflow|A:B(1.0)|Name|I|A.NA|A.NA.2020|A|NA|Namibia|2020|1.5|en:one\ntwo;fr:un|2024-01-01|a;b|~");
    /* A data flow without columns of flags. */
    assert_text("DATAFLOW,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE\nE:DS-059341(1.0),11/06/26 23:00:00,NA,2020,1\n", NULL,
                "DATAFLOW:text LAST UPDATE:text geo:text TIME_PERIOD:year OBS_VALUE:number reason:text\n"
                "2|E:DS-059341(1.0)|11/06/26 23:00:00|NA|2020|1|~");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rare_columns), cmocka_unit_test(test_first),    cmocka_unit_test(test_second),
        cmocka_unit_test(test_dialects),     cmocka_unit_test(test_periods),  cmocka_unit_test(test_columns),
        cmocka_unit_test(test_refusals),     cmocka_unit_test(test_repeated), cmocka_unit_test(test_deleted),
        cmocka_unit_test(test_oecd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
