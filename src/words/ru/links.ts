// Words of the time end to end and its weakest link. People's words for quantiles: половина, девять из десяти.
export const messages = {
  'help.links': 'показать, у кого проходит время и где слабое звено',
  'help.links.journey': 'прохождения этого пути клиента; без него отдельные дела',
  'help.links.budgets': 'бюджеты времени звеньев: файл JSON, список записей link и budgetSeconds',
  'links.kind': {
    work: 'у исполнителя',
    gap: 'ничьё время',
    client: 'у клиента',
    agency: 'в другом ведомстве',
    suspension: 'приостановлено',
  },
  'links.column': {
    link: 'звено',
    cases: 'дела',
    share: 'доля',
    mean: 'в\u00a0среднем',
    p50: 'половина',
    p90: '9\u00a0из\u00a010',
    budget: 'бюджет',
    fallMean: 'короче: в\u00a0среднем',
    fallP50: 'половина',
    fallP90: '9\u00a0из\u00a010',
  },
  'links.population':
    'Весь путь: {of, select, run {{cases, plural, one {# прохождение} few {# прохождения} many {# прохождений} other {# прохождения}}} other {{cases, plural, one {# дело} few {# дела} many {# дел} other {# дела}}}}. В\u00a0среднем {mean}\u00a0дн., половина не дольше {p50}\u00a0дн., девять из десяти не дольше {p90}\u00a0дн.',
  'links.weakest':
    'Слабое звено: {link}. Уложись оно в бюджет, срок, за который проходят девять из десяти, был бы короче на {days}\u00a0дн.',
  'links.largest': 'Больше всего времени: {link}, {share}\u00a0%.',
  'links.reading':
    'Всё в\u00a0днях. Средние, по всем делам, складываются в среднее всего пути; половины и 9\u00a0из\u00a010 не складываются: у каждого звена они по тем делам, где оно есть.\n«Короче» посчитано дело за делом: время звена не больше бюджета, остальное, и очереди тоже, как было. В скобках промежуток, 95\u00a0%.',
  'links.none': 'Закрытых дел или завершённых путей за это время и с таким отбором нет.',
  'links.unmatched': 'Бюджет {place} не подошёл ни к одному звену: {link}.',
  'links.journeyTwice': {
    reason: 'Путь клиента назван дважды: и отдельно, и в отборе («{got}»).',
    remedy: 'Оставьте одно: --journey для прохождений пути, --for journey=… для отдельных дел.',
  },
  'links.periodReversed': {
    reason: 'Последний период {got} раньше первого {from}.',
    remedy: 'Поменяйте --from и --to местами.',
  },
  'budgets.invalid': {
    reason: 'Бюджеты написаны неверно в месте «{field}». {question}',
    remedy:
      'Каждая запись: link с полями kind, touchpoint, unit, body, giver, taker (не все; null значит «не указано») и budgetSeconds, число секунд не меньше 0.',
  },
  'budgets.ambiguous': {
    reason: 'Бюджеты {other} и {field} оба подходят к звену {link}, называют поровну полей и расходятся.',
    remedy: 'Уберите один из них или назовите в нём больше полей.',
  },
};
