// The figures of core_bench.cpp with DuckDB: tables in memory, one or two threads.
//
//   node duckdb_figures.mjs FOLDER THREADS REPEATS
//
// FOLDER holds leads.csv, history.csv and touches.csv; instants are milliseconds. Prints JSON as core_bench does.
import {DuckDBInstance} from '@duckdb/node-api';

const [folder, threads, repeats] = process.argv.slice(2);
const day = 86400000;
const instant = (date) => (Date.parse(`${date}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z'));
const from = instant('2025-01-01'), to = instant('2026-01-01') - 1, asOf = instant('2026-09-01') - 1;

const instance = await DuckDBInstance.create(':memory:', {threads});
const db = await instance.connect();
await db.run(`create table leads as select * from read_csv('${folder}/leads.csv', header = true)`);
await db.run(`create table history as select ID, Date, case Stage when 'Lead' then 0 when 'MQL' then 1 when 'SAL' then 2
    when 'SQL' then 3 when 'Won' then 4 end as Stage from read_csv('${folder}/history.csv', header = true)`);
await db.run(`create table touches as select * from read_csv('${folder}/touches.csv', header = true)`);
await db.run('alter table history alter Stage type utinyint');

const figures = {
    // The furthest stage entered within 30 days of the first entry into Lead in the period.
    'funnel 30 days': `with entered as (select ID, min(Date) as start from history
            where Stage = 0 and Date between ${from} and ${to} group by ID),
        level as (select max(h.Stage) as furthest from entered e join history h on h.ID = e.ID
            and h.Date between e.start and e.start + ${30 * day} group by e.ID)
        select count(*), count(*) filter (furthest >= 1), count(*) filter (furthest >= 2),
            count(*) filter (furthest >= 3), count(*) filter (furthest >= 4) from level`,
    // Of the leads that entered MQL in the period, the share that reached Won later, by source. A lead that never
    // entered MQL itself passed it with the next stage; here every lead goes step by step.
    'conversion by source': `with entered as (select ID, min(Date) as start from history
            where Stage = 1 and Date between ${from} and ${to} group by ID),
        reached as (select e.ID, bool_or(h.Stage = 4 and h.Date >= e.start) as won
            from entered e join history h on h.ID = e.ID group by e.ID),
        rates as (select l.Source, avg(r.won::int) as rate from reached r join leads l on l.ID = r.ID group by l.Source)
        select rate from rates order by list_position(['Web', 'Referral', 'Trade show', 'Webinar', 'Partner',
            'Newsletter'], Source)`,
    // Days from the first entry into Lead in each month to the next entry into Won.
    'median days by month': `with entered as (select ID, date_trunc('month', make_timestamp(Date * 1000)) as month,
            min(Date) as start from history where Stage = 0 and Date between ${from} and ${to} group by ID, month),
        done as (select e.month, e.start, min(h.Date) as finish from entered e join history h on h.ID = e.ID
            and h.Stage = 4 and h.Date >= e.start group by e.ID, e.month, e.start)
        select quantile_cont((finish - start) / ${day}.0, 0.5) from done group by month order by month`,
    // Each win of the period shared equally among the touches up to its close.
    'attribution': `with won as (select ID, Closed from leads where Closed between ${from} and ${to}),
        shared as (select t.Channel, 1.0 / count(*) over (partition by w.ID) as share
            from won w join touches t on t.ID = w.ID and t.Date <= w.Closed),
        sums as (select Channel, sum(share) as conversions from shared group by Channel)
        select conversions from sums order by list_position(['Search', 'Mail', 'Event', 'Social', 'Call', 'Partner',
            'Ad', 'Direct'], Channel)`,
};

// make_timestamp counts from 1970, instants from 1899-12-30.
const epoch = -instant('1970-01-01');
const report = {};
for (const [name, query] of Object.entries(figures)) {
    const sql = query.replaceAll('make_timestamp(Date * 1000)', `make_timestamp((Date + ${epoch}) * 1000)`);
    const times = [];
    let result = [];
    for (let i = 0; i < repeats; ++i) {
        const started = process.hrtime.bigint();
        const reader = await db.runAndReadAll(sql);
        times.push(Number(process.hrtime.bigint() - started) / 1e6);
        result = reader.getRows().flat().map(Number);
    }
    times.sort((a, b) => a - b);
    report[name] = {ms: times[Math.floor(times.length / 2)], result};
}
console.log(JSON.stringify(report));
