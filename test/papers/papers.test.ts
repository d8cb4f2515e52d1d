import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { modelSchema } from '#model';
import * as papers from '#papers';
import { printDocx } from '../../src/papers/docx/print.ts';
import { canRender, pagesOf, partOf, textOf } from './docx.ts';
import {
  passportsOfModel,
  sampleChecks,
  sampleJourney,
  sampleModel,
  samplePilot,
  sampleRecommendations,
} from './sample.ts';

const view = await passportsOfModel(sampleModel);
const annex = (lang: 'ru' | 'en', approves: papers.AnnexInput['approves'] = 'list') =>
  papers.annexPaper(
    {
      approves,
      number: 1,
      order: papers.orderOf(view),
      model: view.model.name,
      goals: view.model.goals,
      indicators: papers.passportsOf(view, lang),
    },
    lang,
  );
const cards = papers.cardsPaper(papers.cardsOf(view, 'ru'), 'ru');

describe('the page', () => {
  it('is A4 with the margins of ГОСТ Р 7.0.97, numbered from the second page at 10 mm from the edge', async () => {
    const file = await printDocx(annex('ru'));
    const xml = partOf(file, 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1134" w:header="567"/);
    expect(xml).toContain('<w:titlePg/>');
    const headers = ['word/header1.xml', 'word/header2.xml'].map((part) => partOf(file, part));
    expect(headers.filter((header) => /PAGE/.test(header))).toHaveLength(1);
    expect(headers.find((header) => /PAGE/.test(header))).toContain('<w:jc w:val="center"/>');
  });

  it('has 30 mm at left where it is kept for long, and lies down where it is wide', async () => {
    const kept = await printDocx(annex('ru'), { longKept: true });
    expect(partOf(kept, 'word/document.xml')).toContain('w:left="1701"');
    const wide = await printDocx(papers.journeySheetPaper(sampleJourney, 'ru'));
    expect(partOf(wide, 'word/document.xml')).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  it('is written in a free font of 13 points, indented by 1.25 cm, in lines of 1.15; tables of 10 to 12', async () => {
    const file = await printDocx(annex('ru'));
    const styles = partOf(file, 'word/styles.xml');
    expect(styles).toMatch(/<w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif"[^>]*\/><w:sz w:val="26"\/>/);
    const body = /<w:style w:type="paragraph" w:styleId="Body">.*?<\/w:style>/.exec(styles)![0];
    expect(body).toContain('<w:ind w:firstLine="709"/>');
    expect(body).toMatch(/<w:spacing [^>]*w:line="276"/);
    expect(partOf(file, 'word/fontTable.xml')).toContain('<w:altName w:val="Times New Roman"/>');
    const inTables = partOf(file, 'word/document.xml')
      .match(/<w:tbl>.*?<\/w:tbl>/gs)!
      .join('');
    const used = new Set([...inTables.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(([, style]) => style));
    const sizes = [...used].map((style) =>
      Number(new RegExp(`w:styleId="${style}">.*?<w:sz w:val="(\\d+)"/>`).exec(styles)![1]),
    );
    expect(sizes.map((size) => size / 2).sort()).toEqual([10, 11]);
    expect(inTables).not.toContain('<w:sz ');
    const other = await printDocx(annex('ru'), { font: 'PT Astra Serif' });
    expect(partOf(other, 'word/styles.xml')).toContain('w:ascii="PT Astra Serif"');
  });

  it('repeats the head of every table and breaks no row', async () => {
    const xml = partOf(await printDocx(annex('ru')), 'word/document.xml');
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
    expect(tables).toHaveLength(1 + papers.passportsOf(view, 'ru').length);
    for (const table of tables) expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)!.length);
  });
});

describe('the word of approval', () => {
  it.each([
    ['list', 'перечень', 'УТВЕРЖДЕН'],
    ['model', 'модель', 'УТВЕРЖДЕНА'],
    ['methodology', 'методика', 'УТВЕРЖДЕНА'],
    ['regulation', 'положение', 'УТВЕРЖДЕНО'],
    ['passports', 'паспорта', 'УТВЕРЖДЕНЫ'],
    ['recommendations', 'рекомендации', 'УТВЕРЖДЕНЫ'],
    ['plan', 'план', 'УТВЕРЖДЕН'],
    ['report', 'отчёт', 'УТВЕРЖДЕН'],
  ] as const)('of %s agrees with «%s»: %s', (kind, _name, word) => {
    expect(papers.approvedWord('ru', kind)).toBe(word);
  });

  it('is known for every kind of document', () => {
    for (const kind of Object.keys(papers.KINDS) as papers.DocumentKind[])
      expect(papers.approvedWord('ru', kind)).toMatch(/^УТВЕРЖДЕН[АОЫ]?$/);
  });

  it('stands top right, with the annex and the order', async () => {
    const text = textOf(await printDocx(annex('ru', 'methodology')));
    expect(text).toMatch(
      /^Приложение № 1\nк приказу Министерства социальной поддержки Приозёрской области\nот 24\.11\.2026 № 112\nУТВЕРЖДЕНА\nприказом Министерства социальной поддержки Приозёрской области\nот 24\.11\.2026 № 112\n/,
    );
  });

  it.each([
    ['Министерство социальной поддержки', 'Министерства социальной поддержки'],
    ['Главное управление ЗАГС', 'Главного управления ЗАГС'],
    ['Федеральная служба судебных приставов', 'Федеральной службы судебных приставов'],
    ['Областной клинический центр', 'Областного клинического центра'],
    ['Администрация города Озёрска', 'Администрации города Озёрска'],
    ['МФЦ Приозёрской области', 'МФЦ Приозёрской области'],
    ['Центр «Мои документы»', 'Центра «Мои документы»'],
  ])('puts «%s» into the genitive', (name, genitive) => {
    expect(papers.genitive(name)).toBe(genitive);
  });
});

describe('the annex', () => {
  it('lists each indicator and gives it a passport with every field, in both languages', async () => {
    const passports = papers.passportsOf(view, 'ru');
    const text = textOf(await printDocx(annex('ru')));
    const fields = [
      'Наименование',
      'КПЭ',
      'Определение (что и зачем измеряется)',
      'Единица измерения',
      'Направление',
      'Формула',
      'Переменные',
      'Источник данных',
      'Способ сбора',
      'Периодичность',
      'Срок представления',
      'Ответственный за данные',
      'Ответственный за достижение',
      'Базовое значение (период)',
      'Целевые значения',
      'Норма и её источник',
      'Ограничения и исключения',
      'Встречный показатель',
      'Порядок пересмотра',
      'Ценности и требования стандартов',
      'Стратегическая цель',
    ];
    expect(papers.PASSPORT_FIELDS).toHaveLength(fields.length);
    for (const [index, field] of fields.entries())
      expect(text.split(`\n${index + 1}\n${field}\n`), field).toHaveLength(passports.length + 1);
    for (const { name } of passports) expect(text, name).toMatch(new RegExp(`Паспорт показателя № \\d+ «${name}»`));
    expect(text).not.toMatch(/paper\.|undefined|null|NaN/);
    expect(textOf(await printDocx(annex('en')))).not.toMatch(/paper\.|undefined|null|NaN/);
  });

  it('has one passport for what all positions hold alike, with all of them', () => {
    const whole = papers.passportsOf(view, 'ru').filter(({ name }) => name === 'Весь путь');
    expect(whole).toHaveLength(1);
    expect(whole[0]!.owners).toEqual(view.model.positions.map(({ name }) => name));
    expect(whole[0]!.goals).toEqual([
      'Пособие приходит без лишних визитов и ожидания (Стратегия развития Приозёрской области до 2036 года)',
    ]);
  });

  it('says targets, norms, baselines and what cannot be helped in words', async () => {
    const text = textOf(await printDocx(annex('ru')));
    expect(text).toContain('не более 10 дней к 31 декабря 2026 г.');
    expect(text).toContain('12,9 дня (2025 г.)');
    expect(text).toContain('не менее 90 %: Указ Президента Российской Федерации от 7 мая 2012 г. № 601');
    expect(text).toContain('Ответы Фонда вручную: 28 % запросов Фонд обрабатывает вручную');
    expect(text).toContain('чем меньше, тем лучше');
  });

  it('takes the wording that the catalogue generates', async () => {
    const text = textOf(await printDocx(annex('ru')));
    const spaces = (words: string) => words.replaceAll('\u00a0', ' ');
    for (const metric of Object.values(view.metrics)) {
      expect(text).toContain(spaces(metric!.definition.ru));
      expect(text).toContain(spaces(metric!.formula.ru));
      for (const variable of metric!.variables) expect(text).toContain(spaces(variable.ru));
      for (const sentence of metric!.leaves) expect(text).toContain(spaces(sentence.ru));
    }
  });

  it('keeps a metric that the catalogue no longer has', async () => {
    const lost = modelSchema.parse({
      id: 'x',
      name: 'x',
      indicators: [{ id: 'i', metric: 'gone', level: 'body', owner: null }],
    });
    const paper = papers.passportsOf(await passportsOfModel(lost), 'ru');
    expect(paper[0]).toMatchObject({ name: 'gone', kpi: null, formula: '', unit: null });
  });
});

describe('a card', () => {
  it('holds five indicators at most', () => {
    const crowded = { ...papers.cardsOf(view, 'ru')[0]! };
    const six = { ...crowded, indicators: [...crowded.indicators, crowded.indicators[0]!] };
    expect(() => papers.cardsPaper([six], 'ru')).toThrow(/paper\.cardCrowded/);
  });

  it('says the sentence, the own past, the target, whom to talk to, and is signed by both', async () => {
    const [card] = papers.cardsOf(view, 'ru', 'p4');
    const text = textOf(await printDocx(papers.cardsPaper([card!], 'ru')));
    expect(text).toContain('Специалист по назначению');
    for (const { name, sentence } of card!.indicators) {
      expect(text).toContain(name);
      expect(text).toContain(sentence.replaceAll('\u00a0', ' '));
    }
    for (const part of [
      '12,9 дня',
      'не более 10 дней',
      'к 31.12.2026',
      'С кем говорить: Владелец клиентского пути',
      'Служащий',
      'Руководитель',
    ])
      expect(text).toContain(part);
  });
});

describe('texts of people', () => {
  it('do not break the document, whatever they hold', async () => {
    const evil = 'Имя <w:b/> & "кавычки" \u0000\u0007\ud800 конец';
    const paper = papers.acknowledgementPaper(
      { order: { issuer: evil, number: evil, date: null }, about: evil, people: [{ position: evil, name: evil }] },
      'ru',
    );
    const xml = partOf(await printDocx(paper), 'word/document.xml');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
    expect(xml).not.toMatch(/[\u0000-\u0008]|[\ud800-\udfff]/);
    expect(xml).toContain('Имя &lt;w:b/&gt; &amp;');
  });

  it('come back from the workbook as text, never as formulas', async () => {
    const formulas = ['=HYPERLINK("http://evil","x")', '+1', '-1', '@SUM(1)', '\t=1'];
    const model = modelSchema.parse({
      id: 'm',
      name: 'm',
      goals: formulas.map((name, index) => ({ id: `g${index}`, name: `${name} `, document: name })),
      positions: [{ id: 'p', name: '=1+1', contact: '@cmd' }],
      indicators: [{ id: 'i', metric: 'on-time', level: 'body', owner: 'p', reason: '=2' }],
      links: [{ upper: 'i', lower: '=i', kind: 'driver', reason: '-3' }],
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await papers.modelBook(await passportsOfModel(model), sampleChecks, 'ru')) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Показатели', 'Должности', 'Связи', 'Цели', 'Проверки']);
    const cells: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.formula).toBeUndefined();
          if (typeof cell.value === 'string') cells.push(cell.value);
        }),
      );
    expect(cells.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    for (const formula of formulas) expect(cells).toContain(`'${formula.trim()}`);
  });
});

describe('laid out by LibreOffice', () => {
  const able = canRender();
  const truth = able
    ? 'a card is one page each, also with the longest texts; sheets are one page'
    : 'NO PAGE WAS COUNTED: soffice or pdfinfo is not installed here';
  it.skipIf(!able)(truth, async () => {
    const long = 'Среднее число рабочих дней от регистрации заявления до решения по закрытым делам клиента. '.repeat(6);
    const [card] = papers.cardsOf(view, 'ru');
    const full = {
      ...card!,
      position: 'Начальник отдела назначения и выплаты пособий семьям с детьми',
      indicators: card!.indicators.map((one) => ({
        ...one,
        sentence: long,
        name: 'Доля дел без повторного обращения',
      })),
    };
    const middling = {
      ...card!,
      indicators: card!.indicators.map((one) => ({ ...one, sentence: long.slice(0, 170) })),
    };
    const pages = pagesOf({
      cards: await printDocx(cards),
      full: await printDocx(papers.cardsPaper([full], 'ru')),
      middling: await printDocx(papers.cardsPaper([middling], 'ru')),
      annex: await printDocx(annex('ru')),
      pilot: await printDocx(papers.pilotReportPaper(samplePilot, 'ru')),
      recommend: await printDocx(papers.recommendationsPaper(sampleRecommendations, 'ru')),
      acknowledge: await printDocx(papers.acknowledgementPaper(papers.acknowledgementOf(view, 'ru'), 'ru')),
      approve: await printDocx(papers.approvalPaper(papers.approvalOf(view, 'ru'), 'ru')),
    });
    expect(pages).toMatchObject({
      cards: view.model.positions.length,
      full: 1,
      middling: 1,
      acknowledge: 1,
      approve: 1,
    });
    expect(pages.pilot).toBeLessThanOrEqual(2);
    expect(pages.recommend).toBe(1);
    // The list, then a page for each passport.
    const passports = papers.passportsOf(view, 'ru').length;
    expect(pages.annex).toBeGreaterThan(passports);
    expect(pages.annex).toBeLessThanOrEqual(passports + 3);
  });
});
