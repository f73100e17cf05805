/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report, claim by claim.
 */
#ifndef RK_CLAIMS_REPORT_H
#define RK_CLAIMS_REPORT_H

#include "claims/claims-private.h"

G_BEGIN_DECLS

typedef struct RkReportBuilder RkReportBuilder;

RkReportBuilder *rk_report_builder_new(void);
void rk_report_builder_free(RkReportBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkReportBuilder, rk_report_builder_free)
/** Adds a row; nothing is kept of what is handed in. */
void rk_report_builder_add(RkReportBuilder *builder, const RkValue *claim, const char *kind, const RkFinding *finding);
/** The report without title and notes. The builder is empty then, and still to be freed. */
RkClaimsReport *rk_report_builder_finish(RkReportBuilder *builder);

G_END_DECLS

#endif
