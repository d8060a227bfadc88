/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fee notices and payments. */
#include "office/charge.h"

#include "office/record.h"

gboolean
ys_office_notice_fee (YsSession *session, const char *id, YsDay on, YsFeeBasis basis,
                      gint64 quantity, gint64 *amount_fen, GError **error)
{
  gint64 amount = ys_fee_amount (basis, quantity, on);
  cJSON *body = ys_body_new ("basis", ys_fee_basis_get_id (basis), NULL);

  cJSON_AddNumberToObject (body, "quantity", (double) quantity);
  cJSON_AddNumberToObject (body, "amount_fen", (double) amount);
  if (amount_fen != NULL)
    *amount_fen = amount;
  return ys_session_record_one (session, id, YS_KIND_FEE_NOTICED, on, body, error);
}

gboolean
ys_office_take_fee (YsSession *session, const char *id, YsDay on, gint64 amount_fen,
                    GError **error)
{
  cJSON *body = ys_body_new (NULL, NULL);

  cJSON_AddNumberToObject (body, "amount_fen", (double) amount_fen);
  return ys_session_record_one (session, id, YS_KIND_FEE_PAID, on, body, error);
}
