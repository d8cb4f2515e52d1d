// Words of models: what checks find, why something is proposed, what a proof shows.
export const messages = {
  modelCheck: {
    repeatedId: {
      reason: 'Обозначение «{id}» занято дважды.',
      remedy: 'Дайте одному из двух другое обозначение или уберите повтор.',
    },
    unknownMetric: {
      reason: 'Метрики «{metric}» нет в каталоге.',
      remedy: 'Выберите метрику из каталога или сначала опишите свою.',
    },
    unknownParameter: {
      reason: 'У метрики «{metric}» нет параметра «{param}».',
      remedy: 'Уберите параметр или возьмите тот, что назван в описании метрики.',
    },
    tooManyIndicators: {
      reason: 'У должности «{name}» показателей {count}, а можно не больше {most}: общие считаются тоже.',
      remedy:
        'Оставьте {most}: {over, plural, one {уберите # показатель} few {уберите # показателя} many {уберите # показателей} other {уберите # показателя}} или отдайте другой должности.',
    },
    unknownReference: {
      reason: '«{name}» ссылается на то, чего в модели нет: {field} — «{got}».',
      remedy: 'Исправьте ссылку или добавьте то, на что она указывает.',
    },
    unknownPlace: {
      reason:
        'Такого места нет: {field, select, body {орган} unit {подразделение} service {услуга} journey {клиентский путь} other {{field}}} «{got}».',
      remedy: 'Выберите место из списка: возможно, его переименовали; или добавьте его в организацию.',
    },
    linkToNothing: {
      reason: 'Связь ведёт в никуда: показателя «{missing}» в модели нет.',
      remedy: 'Уберите связь или верните показатель.',
    },
    repeatedLink: {
      reason: 'Связь «{upper}» и «{lower}» записана дважды.',
      remedy: 'Оставьте одну.',
    },
    linkCycle: {
      reason: 'Связи идут по кругу: {way}.',
      remedy: 'Разорвите круг: уберите одну из этих связей, чтобы сверху оказался один показатель.',
    },
    linkMisfit: {
      reason:
        'Связь «{upper}» и «{lower}» такой не бывает ({kind, select, sumOfParts {сумма частей} weightedParts {взвешенные части} budget {бюджет} shared {общий} driver {влияние} pooled {пересчёт} other {{kind}}}): {why, select, otherMetric {это разные метрики, а связь бывает только у одной} otherUnit {части считаются в других единицах, чем целое} doesNotAdd {такие значения не складываются} other {бюджет дают времени или количеству}}.',
      remedy:
        'Возьмите связь {instead, select, sumOfParts {«сумма частей»} weightedParts {«взвешенные части»} shared {«общий»} pooled {«пересчёт»: она честно говорит, что части не складываются} other {«влияние»: её проверят на фактах}}.',
    },
    linkNotProved: {
      reason:
        'На фактах за последние 12 месяцев связь «{upper}» и «{lower}» ({kind, select, sumOfParts {сумма частей} weightedParts {взвешенные части} budget {бюджет} shared {общий} driver {влияние} pooled {пересчёт} other {{kind}}}) {outcome, select, fails {не держится} other {не видна}}.',
      remedy:
        'Откройте доказательства связей. {kind, select, driver {Влияния нет: возьмите внизу то, что правда двигает верхний показатель.} budget {Бюджеты не приближают цель: пересмотрите их или цель.} other {Части не дают целого: проверьте их места или возьмите «пересчёт».}}',
    },
    outsideLevels: {
      reason:
        'Метрику «{metric}» на этом уровне не считают: здесь {level, select, body {орган} unit {подразделение} journey {путь} touchpoint {точка} position {должность} other {{level}}}.',
      remedy:
        'Поднимите показатель на один из её уровней ({levels}) или возьмите метрику, которая на этом уровне есть.',
    },
    otherClients: {
      reason:
        'Метрика «{metric}» не о таких клиентах: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.',
      remedy: 'Уберите статус клиента у показателя или возьмите метрику об этих клиентах.',
    },
    budgetAboveTarget: {
      reason:
        'Бюджеты «{name}» вместе больше цели: {sum, number, ::.##}{reserved, select, none {} other { и запас {reserve, number, ::.##}}} при цели {target, number, ::.##}.',
      remedy: 'Уменьшите бюджеты или запас, либо договоритесь о большей цели.',
    },
    noGoals: {
      reason: 'В модели нет ни одной стратегической цели.',
      remedy: 'Запишите цель и документ, из которого она взята: к ней ведут все показатели.',
    },
    noWayToGoal: {
      reason: 'От «{name}» нет пути вверх к стратегической цели.',
      remedy: 'Свяжите его с показателем выше или с целью, либо уберите.',
    },
    overlappingTouchpoints: {
      reason: 'Путь «{journey}»: «{value}» отдано сразу двум точкам — «{other}» и «{name}».',
      remedy: 'Оставьте значение за одной точкой, иначе время посчитают дважды.',
    },
    overlappingParts: {
      reason: 'Под «{upper}» одно место посчитано дважды: «{lower}» и «{other}».',
      remedy: 'Оставьте под ним один из двух, а второй сделайте общим или свяжите с первым.',
    },
    budgetWithoutTarget: {
      reason: 'У «{name}» есть бюджеты, а цели нет.',
      remedy: 'Поставьте цель: бюджеты складываются в неё.',
    },
    budgetMissing: {
      reason: 'Связь «{upper}» и «{lower}» — бюджет, но сколько дано, не сказано.',
      remedy: 'Впишите бюджет в единицах верхнего показателя.',
    },
    kpiUncovered: {
      reason:
        'У КПЭ {kpi, select, informing {«информирование»} effort {«усилия»} speed {«скорость»} resolution {«решение вопроса»} culture {«культура»} other {{kpi}}} нет {group, select, objective {объективного показателя: что было} other {субъективного показателя: что говорят клиенты}}.',
      remedy: 'Добавьте хотя бы один: пара показывает, когда слова расходятся с делами.',
    },
    goalReachesNobody: {
      reason: 'Цель «{name}» ни до кого не дошла: за неё не отвечает ни одна должность.',
      remedy: 'Найдите под ней показатель, на который чья-то работа влияет, и назначьте ответственного.',
    },
    positionHoldsNothing: {
      reason: 'У должности «{name}» нет показателей.',
      remedy: 'Дайте ей общий показатель и хотя бы один, на который она влияет, или уберите её из модели.',
    },
    noSharedIndicator: {
      reason: 'У должности «{name}» нет общего сквозного показателя.',
      remedy: 'Добавьте ей сквозной показатель пути: все участники держат его вместе.',
    },
    noCounter: {
      reason: 'У метрики «{metric}» нет в модели встречной.',
      remedy: 'Добавьте хотя бы для наблюдения одну из встречных: {counters}.',
    },
    alike: {
      reason: '«{name}» и «{other}» — одно и то же: та же метрика в том же месте.',
      remedy: 'Уберите один из двух или уточните место.',
    },
    clientsUncovered: {
      reason:
        '{why, select, none {Не сказано, о каких клиентах модель.} unheard {Ни один показатель не слышит этих клиентов: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.} journey {Путь «{from}» ведёт и тех, кого в модели нет: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.} other {За услугой «{from}» приходят и те, кого в модели нет: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.}}',
      remedy: 'Отметьте их статус в модели и добавьте показатели, которые о них говорят.',
    },
    valueUnserved: {
      reason: 'Ценности «{name}» не служит ни один показатель.',
      remedy: 'Отметьте её у подходящего показателя или добавьте такой.',
    },
    targetMissing: {
      reason: 'У «{name}» нет цели.',
      remedy: 'Предложите цель от его базового значения или переведите показатель в наблюдаемые.',
    },
    targetNotAgreed: {
      reason: 'Цель «{name}» ещё не согласована.',
      remedy: 'Договоритесь о ней с тем, кто отвечает: нужны обе стороны.',
    },
    baselineUnknown: {
      reason: 'У «{name}» нет базового значения.',
      remedy: 'Возьмите значение своего прошлого: год или квартал до начала.',
    },
    staleLimit: {
      reason: 'Известное ограничение «{name}» закончилось {to}, а на него ещё ссылаются.',
      remedy: 'Снимите ограничение у показателей или продлите его, если оно остаётся.',
    },
    positionWithoutFacts: {
      reason: 'Должность «{name}»: не сказано, на чьих фактах считать её показатели.',
      remedy:
        'Укажите {needs, select, unit {её подразделение} touchpoint {точки, где она работает} journey {клиентский путь} body {орган} other {её служащих или точки, где она работает}}.',
    },
    positionAbsent: {
      reason:
        'Должность «{name}»: в фактах нет {count, plural, one {этого обозначения} few {этих обозначений} many {этих обозначений} other {этих обозначений}}: {missing}.',
      remedy: 'Исправьте обозначения по журналу или загрузите факты, где они есть.',
    },
    cannotInfluence: {
      reason: '«{name}»: в фактах никто с должности «{position}» не работает в точке «{touchpoint}».',
      remedy: 'Возьмите точку, где её люди работают, или другой показатель: отвечать можно за то, на что влияешь.',
    },
    notMeasurable: {
      reason:
        '«{name}» сейчас не посчитать: {state, select, tooFew {слишком мало случаев} unmeasured {в источниках нет нужных полей} other {в фактах нет ни одного случая}}.',
      remedy:
        '{state, select, tooFew {Возьмите квартал или место пошире.} unmeasured {Загрузите источник с этими полями или возьмите другую метрику.} other {Проверьте место показателя или загрузите факты.}}',
    },
    thinCoverage: {
      reason: '«{name}» стоит на {coverage}\u00a0% случаев: у остальных не хватает данных.',
      remedy: 'Дополните данные или назовите это в паспорте как ограничение.',
    },
    noise: {
      reason:
        'При {n, number} {n, plural, one {случае} few {случаях} many {случаях} other {случаях}} {by, select, month {в месяц} quarter {в квартал} other {в год}} «{name}» гуляет сам по себе на ±{chance, number, ::.##}{unit, select, percent {\u00a0{chance, plural, one {пункт} few {пункта} many {пунктов} other {пункта}}} other {}}, а важно изменение от {matters, number, ::.##}.',
      remedy:
        '{wider, select, none {Ни год, ни место пошире не помогут: возьмите другой показатель или наблюдайте его без цели.} other {Возьмите {wider, select, month {месяц} quarter {квартал} other {год}}{place, select, same {} other { и место пошире: {placeName}}}: там случаев {widerN, number}, разброс ±{widerChance, number, ::.##}.}}',
    },
    longName: {
      reason: 'Название «{name}» длинное: знаков {length}, а видно {most}.',
      remedy: 'Сократите до {most} знаков: остальное скажет пояснение.',
    },
    hardWording: {
      reason:
        '«{name}» трудно прочесть: {fault, select, officialese {канцелярское «{found}»} manySentences {предложений {found}, а запоминается одно-два} longSentence {в предложении слов {found}, а легко читается до {most}} other {слова длинные, в среднем {found} буквы}}.',
      remedy: 'Скажите одним коротким предложением, как сказали бы клиенту.',
    },
  },
  'model.notModel': {
    reason:
      'Это не модель: {found, select, list {список пуст} several {в файле их несколько} other {нет ни показателей, ни состава модели}}.',
    remedy: 'Возьмите файл, выгруженный из Лучше, или краткую запись: model, clients, body, watch, positions.',
  },
  'model.shape': {
    reason: 'Запись не подходит. {question}',
    remedy: 'Исправьте это место по образцу: выгрузите любую модель и сравните.',
  },
  'model.notEditable': {
    reason: 'Модель «{got}» больше не правят: она действует или заменена.',
    remedy: 'Сделайте её следующую версию черновиком и правьте его.',
  },
  'model.stateByMove': {
    reason: 'Состояние «{got}» не ставят правкой.',
    remedy: 'Переведите модель отдельным действием: черновик, апробация, действует, заменена.',
  },
  'model.nothingToUndo': {
    reason: 'Более ранней версии у «{got}» нет.',
    remedy: 'Выберите версию из списка.',
  },
  'model.noSuchMove': {
    reason:
      'Отсюда туда не переводят: {from, select, draft {черновик} pilot {апробация} inForce {действует} other {заменена}} — {to, select, draft {черновик} pilot {апробация} inForce {действует} other {заменена}}.',
    remedy: 'Порядок такой: черновик, апробация, действует, заменена. Из апробации можно вернуться в черновик.',
  },
  'model.orderMissing': {
    reason: 'Чтобы модель действовала, нужны день начала и приказ: номер и дата.',
    remedy: 'Впишите день, с которого она действует, номер и дату приказа.',
  },
  'model.idTaken': {
    reason: 'Обозначение «{got}» уже занято другой моделью.',
    remedy: 'Возьмите другое обозначение или откройте ту модель.',
  },
  'model.starterUnknown': {
    reason: 'Готовой модели «{got}» нет.',
    remedy: 'Выберите одну из списка готовых моделей.',
  },
  'model.indicatorUnknown': {
    reason: 'Показателя «{got}» в модели нет.',
    remedy: 'Выберите верхний показатель из модели.',
  },
  'modelRollout.lifeSituation':
    'Начните с одной жизненной ситуации: людей и показателей немного, факты проверить легче, а ошибка не заденет весь орган. Удачное переносят на остальные.',
  'modelRollout.wholeBody':
    'Сразу весь орган: нужно, когда срок общий для всех. Согласовывать дольше, и спорные показатели придётся отложить.',
  'modelValueSource.declaration': 'Декларация ценностей клиентоцентричности',
  'modelValueSource.people': 'Стандарт «Государство для людей»',
  'modelValueSource.business': 'Стандарт «Государство для бизнеса»',
  'modelValueSource.internal': 'Стандарт внутреннего клиента',
  'modelProof.broken': 'Связь не проверить: на одном из концов нет показателя или метрики.',
  'modelProof.noCut': 'Не видно, чем части отличаются от целого: назовите их места.',
  'modelProof.tooFew': 'Случаев слишком мало, чтобы показать части.',
  'modelProof.sumOfParts':
    'Сходится: сумма {parts, plural, one {# части} few {# частей} many {# частей} other {# части}} равна целому.',
  'modelProof.weightedParts':
    'Сходится: {parts, plural, one {# часть} few {# части} many {# частей} other {# части}} с весом по числу случаев дают целое.',
  'modelProof.fails':
    'Не сходится: целое и части расходятся на {difference, number, ::.###}. Части пересекаются или охватывают не всё.',
  'modelProof.noTarget': 'Проверить бюджет не на чем: у верхнего показателя нет цели.',
  'modelProof.notTime': 'Бюджет проверяют по времени дел, а верхний показатель не во времени.',
  'modelProof.noCases': 'За эти месяцы нет ни одного законченного дела.',
  'modelProof.budget':
    'Из {cases, plural, one {# дела} few {# дел} many {# дел} other {# дела}} в цель уложилось {then} %; если бы каждая часть держала бюджет — {then2} %. Очереди при этом считаем прежними.',
  'modelProof.budgetUnmatched':
    'Из {cases, plural, one {# дела} few {# дел} many {# дел} other {# дела}} в цель уложилось {then} %; с бюджетами — {then2} %. Не нашлось в фактах {missing, plural, one {# части} few {# частей} many {# частей} other {# части}} с бюджетом.',
  'modelProof.fewMonths': 'О влиянии говорить рано: месяцев, где есть оба показателя, {months}, а нужно хотя бы 12.',
  'modelProof.driver.holds':
    'Похоже на правду: за {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}} лучше становилось вместе (связь {rho, number, ::.##}, промежуток {lower, number, ::.##}–{upper, number, ::.##}). Совместное движение ещё не причина.',
  'modelProof.driver.weak':
    'Связи не видно: за {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}} {rho, number, ::.##}, промежуток от {lower, number, ::.##} до {upper, number, ::.##} включает ноль.',
  'modelProof.driver.fails':
    'Идёт в обратную сторону: за {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}} одно становилось лучше, а другое хуже (связь {rho, number, ::.##}, промежуток {lower, number, ::.##}–{upper, number, ::.##}).',
  'modelProof.oneFigure': 'Складывать нечего: это одно и то же значение для всех.',
  'modelProof.notAdditive': 'Не складывается: на каждом уровне считают заново.',
  'modelProof.meanBeside':
    'Не складывается: на каждом уровне считают заново. Складывается среднее: {mean, number, ::.###} по {n, plural, one {# случаю} few {# случаям} many {# случаям} other {# случая}}.',
  'modelProposal.shared': 'общий показатель: его держат все участники',
  'modelProposal.sameMetric': 'та же метрика, только здесь',
  'modelProposal.sameKpi': 'о том же КПЭ, и здесь его считают',
  'modelProposal.counter': 'встречный показатель: не даст улучшить одно за счёт другого',
  'modelProposal.clientsVoice': 'что об этом говорят те, с кем встречаются здесь',
  'modelProposal.factsThere': 'факты уже есть',
  'modelProposal.worksHere': 'люди должности видны в фактах',
  'modelProposal.noFacts': 'фактов пока нет',
  'modelProposal.tooFew': 'случаев пока мало',
  'modelProposal.cardFull': 'у должности уже пять показателей',
  'modelProposal.nobodySeen': 'людей этой должности в фактах не видно',
  'modelProposal.belief': 'влияние предполагается: его проверят на фактах',
};
