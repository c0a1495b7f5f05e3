#!/usr/bin/env node
/*
 * Reads a payment list with a SOAP stack that is neither CXF nor Java, and prints what it read as
 * one line of JSON. Exit status 0 only when the whole list was read and adds up.
 *
 *   npm ci                                    (once, in this folder)
 *   node soap-client.js --url https://localhost:8443/cxf/soap/payment-list --ca tls.crt \
 *        --login LOGIN --locality hung-dao --month 2026-03 [--unit CODE]
 *
 * The secret is read from the environment variable ANSINH_SECRET, so that no process list shows it.
 * On a fault: {"fault": {"code": "AS-0003", "sentence": "…"}} and exit status 2.
 */
'use strict';

const fs = require('fs');
const https = require('https');
const soap = require('soap');
const { parseArgs } = require('util');

async function main() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { url: text, ca: text, login: text, locality: text, month: text, unit: text },
  });
  for (const name of ['url', 'ca', 'login', 'locality', 'month']) {
    if (!values[name]) {
      throw new Error('missing --' + name);
    }
  }
  const agent = new https.Agent({ ca: fs.readFileSync(values.ca) });
  const axios = require('axios').create({ httpsAgent: agent, proxy: false });
  const client = await soap.createClientAsync(values.url + '?wsdl', {
    request: axios,
    endpoint: values.url,
  });
  client.setSecurity(
    new soap.WSSecurity(values.login, process.env.ANSINH_SECRET || '', {
      passwordType: 'PasswordText',
    }),
  );

  let run;
  let totals;
  let lines = 0;
  let sumDong = 0;
  let pages = 0;
  let pageToken;
  do {
    const request = { localityCode: values.locality };
    if (values.unit) request.unitCode = values.unit;
    request.month = values.month;
    if (pageToken) request.pageToken = pageToken;
    const [answer] = await client.GetPaymentListAsync(request);
    run = answer.run;
    totals = answer.total || [];
    for (const line of answer.line || []) {
      lines += 1;
      sumDong += Number(line.amountDong);
    }
    pages += 1;
    pageToken = answer.nextPageToken;
  } while (pageToken);

  const heads = totals.reduce((sum, total) => sum + Number(total.heads), 0);
  const totalDong = totals.reduce((sum, total) => sum + Number(total.amountDong), 0);
  const complete =
    lines === heads &&
    sumDong === totalDong &&
    (values.unit || (lines === Number(run.lines) && sumDong === Number(run.totalDong)));
  console.log(
    JSON.stringify({
      client: 'npm soap ' + require('soap/package.json').version,
      locality: values.locality,
      unit: values.unit || null,
      month: run.month,
      run: Number(run.id),
      pages,
      lines,
      totalDong: sumDong,
      complete: Boolean(complete),
    }),
  );
  process.exitCode = complete ? 0 : 1;
}

main().catch((error) => {
  const detail = error.root && error.root.Envelope && error.root.Envelope.Body.Fault.detail;
  if (detail && detail.PaymentListFault) {
    const { code, sentence } = detail.PaymentListFault;
    console.log(JSON.stringify({ fault: { code, sentence } }));
    process.exitCode = 2;
  } else {
    console.error(error.message);
    process.exitCode = 3;
  }
});
