export const messages = {
  'input.invalid': {
    reason: 'Поле «{field}» заполнено неверно: {found}.',
    remedy: 'Исправьте значение; что допустимо, сказано в /api/openapi.json и в luchshe --help.',
  },
  'act.unknown': {
    reason: 'Действия «{got}» нет.',
    remedy: 'Список действий: /api/openapi.json.',
  },
  'settings.zoneUnknown': {
    reason: 'Часового пояса «{got}» нет в базе IANA.',
    remedy: 'Назовите пояс так: Europe/Moscow, Asia/Omsk.',
  },
  'change.reasonMissing': {
    reason: 'Пересчёт пределов без причины не принимается.',
    remedy: 'Напишите, что изменилось в работе с этого периода.',
  },
  'change.unknown': {
    reason: 'Записанного изменения {got} нет.',
    remedy: 'Обновите страницу: возможно, его уже убрали.',
  },
  'indicator.changedMeanwhile': {
    reason: 'Показатель тем временем изменил кто-то другой.',
    remedy: 'Посмотрите новое состояние и внесите правку ещё раз.',
  },
  'indicator.baselineReversed': {
    reason: 'Базовый период кончается раньше, чем начинается.',
    remedy: 'Поменяйте начало и конец местами.',
  },
  'file.missing': {
    reason: 'Файла «{file}» нет.',
    remedy: 'Проверьте путь и имя; загруженные файлы хранятся ограниченное время, загрузите файл ещё раз.',
  },
  'file.notAFile': {
    reason: '«{file}» не файл.',
    remedy: 'Назовите сами файлы, а не папку.',
  },
  'file.notJson': {
    reason: 'Файл «{file}» не читается как JSON: {found}.',
    remedy: 'Исправьте файл; проверить его можно в любом редакторе, который знает JSON.',
  },
  'file.pathForbidden': {
    reason: 'Файлы этой машины может назвать только её пользователь.',
    remedy: 'Загрузите файл на странице «Данные» или выполните команду luchshe на самой машине.',
  },
  'file.pathRelative': {
    reason: 'Путь «{file}» не полный.',
    remedy: 'Назовите путь от корня.',
  },
  'metric.unknown': {
    reason: 'Метрики «{got}» в каталоге нет.',
    remedy: 'Имена метрик: luchshe catalogue list.',
  },
  cancelled: {
    reason: 'Отменено.',
    remedy: 'Ничего не изменилось; действие можно повторить.',
  },
};
